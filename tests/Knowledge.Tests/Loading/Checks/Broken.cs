using Cds.Knowledge.Loading;

namespace Cds.Knowledge.Tests.Loading.Checks;

/// <summary>The content that ships with one slip of the pen in it.</summary>
internal static class Broken
{
    private static readonly IReadOnlyList<KnowledgeFile> Shipped = KnowledgeBaseReader.EmbeddedFiles();

    /// <summary>The slip is the only defect, and it is named with file and line.</summary>
    /// <param name="path">File.</param>
    /// <param name="right">What stands there, once or for the first time.</param>
    /// <param name="wrong">The slip.</param>
    /// <param name="what">What the defect says.</param>
    /// <param name="linesAfter">How many lines below the slip the defect is named.</param>
    public static void IsNamed(string path, string right, string wrong, string what, int linesAfter = 0)
    {
        KnowledgeFile file = Shipped.Single(f => f.Path == path);
        int at = file.Text.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{right}' does not stand in {path}");
        string text = file.Text[..at] + wrong + file.Text[(at + right.Length)..];
        KnowledgeDefect defect = Assert.Single(Defects([.. Shipped.Where(f => f != file), file with { Text = text }]));
        Assert.Equal(what, defect.What);
        Assert.Equal((path, file.Text[..at].Count(c => c == '\n') + 1 + linesAfter), (defect.File, (int)defect.Line));
    }

    /// <summary>A file of its own has this one defect.</summary>
    public static void IsNamedIn(string path, string text, string what, int line)
    {
        KnowledgeDefect defect = Assert.Single(Defects([.. Shipped, new KnowledgeFile(path, text)]));
        Assert.Equal((path, line, what), (defect.File, (int)defect.Line, defect.What));
    }

    private static IReadOnlyList<KnowledgeDefect> Defects(IReadOnlyList<KnowledgeFile> files) =>
        Assert.Throws<KnowledgeDefectsException>(() => KnowledgeBaseReader.Read(files)).Defects;
}
