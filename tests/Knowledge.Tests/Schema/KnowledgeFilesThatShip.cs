using Cds.Knowledge.Loading;
using Cds.Knowledge.Vignettes;

namespace Cds.Knowledge.Tests.Schema;

/// <summary>Every knowledge file that ships, vignettes included, each with its path below the content folder.</summary>
internal static class KnowledgeFilesThatShip
{
    public static IReadOnlyList<KnowledgeFile> All { get; } =
        [.. KnowledgeBaseReader.EmbeddedFiles().Where(file => !file.Path.StartsWith("vignettes/", StringComparison.Ordinal)), .. VignetteSuite.EmbeddedFiles().Select(file => file.Module is null ? file with { Path = "vignettes/" + file.Path } : file)];
}
