using Cds.Knowledge.Coverage;
using Cds.Knowledge.Loading;

namespace Cds.CdsHooks.Commands;

/// <summary><c>write-coverage file</c>: writes the coverage page from the lists that ship.</summary>
internal static class CoverageFile
{
    /// <summary>Writes the page.</summary>
    public static int Write(string file, TextWriter output)
    {
        KnowledgeBase knowledge = KnowledgeBaseReader.ReadEmbedded();
        string page = CoverageReport.Write(knowledge);
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder) Directory.CreateDirectory(folder);
        File.WriteAllText(file, page);
        output.WriteLine(file);
        return 0;
    }
}
