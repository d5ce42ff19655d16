using System.Text.RegularExpressions;

namespace Cds.CdsHooks.Tests.Samples;

/// <summary>A story of samples/journeys: visits by date, each with the lines that are checked.</summary>
internal static partial class Journey
{
    /// <summary>The stories, without extension.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetFiles(Folder, "*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Repository.Samples, "journeys");

    /// <summary>The records of the patient of a story.</summary>
    public static string Bundle(string name) => File.ReadAllText(Path.Combine(Folder, name + ".json"));

    /// <summary>The headings of a story, each with its title and its lines to check.</summary>
    public static IEnumerable<(string Date, string Title, IReadOnlyList<string> Lines)> Visits(string name)
    {
        string text = File.ReadAllText(Path.Combine(Folder, name + ".md")).ReplaceLineEndings("\n");
        foreach (string part in text.Split("\n## ").Skip(1))
        {
            Match heading = Heading().Match(part);
            Assert.True(heading.Success, part);
            yield return (heading.Groups["date"].Value, heading.Groups["title"].Value, [.. part.Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => line[2..].Trim())]);
        }
    }

    [GeneratedRegex(@"^(?<date>\d{4}-\d\d-\d\d\S*) (?<title>[^\n]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}
