using System.Text.RegularExpressions;

namespace Cds.CdsHooks.Tests.Samples;

/// <summary>What samples/README.md says: its table of patients, and its commands.</summary>
internal static partial class SampleReadme
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Samples, "README.md"));

    /// <summary>The table: file and the recommendations that are due.</summary>
    public static IReadOnlyList<(string File, IReadOnlyList<string> Due)> Rows { get; } =
    [
        .. Row().Matches(Text).Select(row => (row.Groups["file"].Value, Ids(row.Groups["due"].Value))),
    ];

    /// <summary>The table of order requests: file and the cards that answer it.</summary>
    public static IReadOnlyList<(string File, IReadOnlyList<string> Cards)> Requests { get; } =
        [.. RequestRow().Matches(Text).Select(row => (row.Groups["file"].Value, Ids(row.Groups["cards"].Value)))];

    /// <summary>The lines of the bash blocks that call the service.</summary>
    public static IReadOnlyList<string> CurlLines { get; } =
        [.. Text.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("curl ", StringComparison.Ordinal))];

    private static IReadOnlyList<string> Ids(string text) => [.. Id().Matches(text).Select(id => id.Groups["id"].Value)];

    [GeneratedRegex(@"^\| `(?<file>[a-z0-9-]+\.json)` \| .+ \| (?<due>[^|]+) \|\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\| `(?<file>requests/[a-z-]+\.json)` \| .+ \| (?<cards>[^|]+) \|\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex RequestRow();

    [GeneratedRegex("`(?<id>[^`]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
