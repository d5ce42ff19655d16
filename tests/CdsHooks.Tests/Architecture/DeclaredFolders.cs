using System.Text.RegularExpressions;
using Cds.CdsHooks.Tests.Samples;

namespace Cds.CdsHooks.Tests.Architecture;

/// <summary>The order of the folders of a project, as docs/architecture.md declares it: a level for each line, lowest first.</summary>
/// <param name="Levels">Level by folder; the root of the project is the empty name.</param>
/// <param name="MeetingPoints">Folders that may use all and be used by all.</param>
internal sealed partial record DeclaredFolders(IReadOnlyDictionary<string, int> Levels, IReadOnlySet<string> MeetingPoints)
{
    private const string Chapter = "## Which folder knows which";

    /// <summary>Reads the table of one project.</summary>
    /// <param name="project">Root namespace.</param>
    public static DeclaredFolders Of(string project)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "architecture.md"));
        string chapter = text.Split(Chapter)[1].Split("\n## ")[0];
        string[] lines = [.. chapter.Split($"### {project}\n")[1].Split("\n### ")[0].Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal))];
        ILookup<bool, string> points = lines.ToLookup(line => line.StartsWith("- meeting point:", StringComparison.Ordinal));
        return new DeclaredFolders(
            points[false].SelectMany((line, level) => Names(line).Select(name => (name, level))).ToDictionary(p => p.name, p => p.level),
            points[true].SelectMany(Names).ToHashSet());
    }

    /// <summary>Whether code in one folder may use code in the other.</summary>
    public bool Allows(string user, string used) =>
        MeetingPoints.Contains(user) || MeetingPoints.Contains(used) || Levels[used] <= Levels[user];

    /// <summary>Whether the folder has its place.</summary>
    public bool Has(string folder) => MeetingPoints.Contains(folder) || Levels.ContainsKey(folder);

    // What stands in brackets explains.
    private static IEnumerable<string> Names(string line)
    {
        string list = Brackets().Replace(line, "");
        return FolderName().Matches(list).Select(m => m.Groups[1].Value).Concat(list.Contains("the root", StringComparison.Ordinal) ? [""] : []);
    }

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Brackets();

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex FolderName();
}
