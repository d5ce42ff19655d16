namespace Cds.Knowledge.Loading;

/// <summary>Reads and checks the knowledge files.</summary>
public static class KnowledgeBaseReader
{
    /// <summary>The knowledge base that ships inside the assembly.</summary>
    public static KnowledgeBase ReadEmbedded() => throw new NotSupportedException();
}
