using Cds.Knowledge.Loading;

namespace Cds.Knowledge.Tests.Loading.Checks;

/// <summary>The knowledge that ships passes every check of sense.</summary>
public sealed class ShippedSenseTests
{
    [Fact]
    public void Shipped_knowledge_makes_sense() => Assert.NotEmpty(KnowledgeBaseReader.ReadEmbedded().Recommendations);
}
