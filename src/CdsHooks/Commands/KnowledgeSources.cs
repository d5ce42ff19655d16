namespace Cds.CdsHooks.Commands;

/// <summary>The files of a copy of the repository that commands for authors write to.</summary>
internal sealed class KnowledgeSources
{
    private readonly string _root;

    private KnowledgeSources(string root) => _root = root;

    /// <summary>The table of codes that facts are recognised by.</summary>
    public string Codes => Path.Combine(_root, "tools", "terminology", "further.csv");

    /// <summary>The copy that a folder lies in; null when it lies in none.</summary>
    public static KnowledgeSources? Find(string folder)
    {
        for (DirectoryInfo? root = new(Path.GetFullPath(folder)); root is not null; root = root.Parent)
        {
            if (Directory.Exists(Path.Combine(root.FullName, "src", "Knowledge", "Content", "facts"))) return new KnowledgeSources(root.FullName);
        }

        return null;
    }

    /// <summary>The file that defines a fact; null when none does.</summary>
    public string? FactFile(string id) => Directory.EnumerateFiles(Path.Combine(_root, "src", "Knowledge", "Content", "facts"), "*.yaml")
        .Order(StringComparer.Ordinal).FirstOrDefault(file => File.ReadLines(file).Any(line => IsBeginOf(line, id)));

    /// <summary>The vignettes of a rule.</summary>
    public string Vignettes(string rule) => Path.Combine(_root, "src", "Knowledge", "Content", "vignettes", rule + ".yaml");

    /// <summary>The lines of an entry after its id.</summary>
    public static string[] LinesOf(string file, string id) =>
        [.. File.ReadLines(file).SkipWhile(line => !IsBeginOf(line, id)).Skip(1).TakeWhile(line => !line.TrimStart().StartsWith("- id:", StringComparison.Ordinal))];

    private static bool IsBeginOf(string line, string id) => line.Trim() == $"- id: {id}";
}
