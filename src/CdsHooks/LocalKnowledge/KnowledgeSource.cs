using Cds.CdsHooks.Configuration;
using Cds.Knowledge;
using Cds.Knowledge.Loading;

namespace Cds.CdsHooks.LocalKnowledge;

/// <summary>Reads the knowledge base anew. Tests replace it.</summary>
/// <exception cref="KnowledgeDefectsException">The files have defects.</exception>
internal delegate KnowledgeBase KnowledgeSource();

/// <summary>The knowledge that ships, with the site's overlay folder on top.</summary>
internal static class KnowledgeFiles
{
    /// <summary>The source for the configured overlay folder; without one only what ships is read.</summary>
    public static KnowledgeSource For(CdsOptions options) => () => Read(options.Knowledge.Overlay);

    /// <summary>Reads and checks what ships and an overlay folder.</summary>
    public static KnowledgeBase Read(string? overlay) => KnowledgeBaseReader.Read([.. KnowledgeBaseReader.EmbeddedFiles(), .. Overlay(overlay)]);

    /// <summary>The files of an overlay folder; none when no folder is given.</summary>
    public static IReadOnlyList<KnowledgeFile> Overlay(string? folder)
    {
        if (folder is null) return [];
        if (!Directory.Exists(folder)) throw new KnowledgeDefectsException([new KnowledgeDefect(folder, 0, "the overlay folder does not exist")]);
        return KnowledgeBaseReader.OverlayFiles(folder);
    }
}
