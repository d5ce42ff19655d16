using Cds.Knowledge.Loading;

namespace Cds.Knowledge.Tests.Content;

/// <summary>The knowledge base that ships, read once.</summary>
internal static class Shipped
{
    public static KnowledgeBase Knowledge { get; } = KnowledgeBaseReader.ReadEmbedded();
}
