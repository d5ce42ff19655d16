using Cds.Knowledge.Loading;

namespace Cds.Knowledge.Tests.Loading.Checks;

/// <summary>The content that ships with one slip of the pen in it.</summary>
internal static class Broken
{
    private static readonly IReadOnlyList<KnowledgeFile> Shipped = KnowledgeBaseReader.EmbeddedFiles();

    /// <summary>The slip is the only defect, and it is named with file and line.</summary>
    /// <param name="path">File.</param>
    /// <param name="right">What stands there; its first occurrence is replaced.</param>
    /// <param name="wrong">The slip.</param>
    /// <param name="what">What the defect says.</param>
    /// <param name="linesAfter">How many lines below the slip the defect is named.</param>
    public static void IsNamed(string path, string right, string wrong, string what, int linesAfter = 0) =>
        Assert.Equal(new KnowledgeDefect(path, LineOf(path, right) + linesAfter, what), Assert.Single(Defects(path, right, wrong)));

    /// <summary>The slip is the only defect, and it is named where the table of reasons is needed.</summary>
    public static void IsNamed(string path, string right, string wrong, string what, (string Path, string Line) place) =>
        Assert.Equal(new KnowledgeDefect(place.Path, LineOf(place.Path, place.Line), what), Assert.Single(Defects(path, right, wrong)));

    /// <summary>The slip has several consequences; this one is named with file and line.</summary>
    public static void IsAmong(string path, string right, string wrong, string what, (string Path, string Line)? place = null) =>
        Assert.Contains(new KnowledgeDefect(place?.Path ?? path, LineOf(place?.Path ?? path, place?.Line ?? right), what), Defects(path, right, wrong));

    /// <summary>The slip is a defect of its file that says so, whatever follows from it.</summary>
    public static void IsSaid(string path, string right, string wrong, string part) =>
        Assert.Contains(Defects(path, right, wrong), defect => defect.File == path && defect.What.Contains(part, StringComparison.Ordinal));

    /// <summary>A file of its own has this one defect.</summary>
    public static void IsNamedIn(string path, string text, string what, int line)
    {
        KnowledgeDefect defect = Assert.Single(Defects([.. Shipped, new KnowledgeFile(path, text)]));
        Assert.Equal((path, line, what), (defect.File, (int)defect.Line, defect.What));
    }

    private static int LineOf(string path, string text)
    {
        string content = Shipped.Single(f => f.Path == path).Text;
        int at = content.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{text}' does not stand in {path}");
        return content[..at].Count(c => c == '\n') + 1;
    }

    private static IReadOnlyList<KnowledgeDefect> Defects(string path, string right, string wrong)
    {
        KnowledgeFile file = Shipped.Single(f => f.Path == path);
        int at = file.Text.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{right}' does not stand in {path}");
        return Defects([.. Shipped.Where(f => f != file), file with { Text = file.Text[..at] + wrong + file.Text[(at + right.Length)..] }]);
    }

    private static IReadOnlyList<KnowledgeDefect> Defects(IReadOnlyList<KnowledgeFile> files) =>
        Assert.Throws<KnowledgeDefectsException>(() => KnowledgeBaseReader.Read(files)).Defects;
}
