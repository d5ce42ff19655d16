using System.Text.RegularExpressions;

namespace Cds.CdsHooks.Tests.Samples;

/// <summary>What samples/README.md says: its table of patients, and its commands.</summary>
internal static partial class SampleReadme
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Samples, "README.md"));

    /// <summary>The table: file and the recommendations that are due.</summary>
    public static IReadOnlyList<(string File, IReadOnlyList<string> Due)> Rows { get; } =
    [
        .. Row().Matches(Text).Select(row => (
            row.Groups["file"].Value,
            (IReadOnlyList<string>)[.. Id().Matches(row.Groups["due"].Value).Select(id => id.Groups["id"].Value)])),
    ];

    /// <summary>The lines of the bash blocks that call the service.</summary>
    public static IReadOnlyList<string> CurlLines { get; } =
        [.. Text.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("curl ", StringComparison.Ordinal))];

    [GeneratedRegex(@"^\| `(?<file>[a-z0-9-]+\.json)` \| .+ \| (?<due>[^|]+) \|\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<id>[^`]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
