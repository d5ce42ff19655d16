using Cds.Knowledge.Tests.Content;

namespace Cds.Knowledge.Tests.Limits;

/// <summary>
/// Numbers of the content that decide nothing about a patient, or that another test holds: whole files, and members wherever they stand. The list
/// <c>numbers-that-are-no-limits.csv</c> gives the reason of each.
/// </summary>
internal static class NumbersThatAreNoLimits
{
    public static IReadOnlyList<(string Kind, string Name, string Reason)> Listed { get; } =
    [
        .. File.ReadLines(Repository.PathOf("tests", "Knowledge.Tests", "Limits", "numbers-that-are-no-limits.csv")).Skip(1)
            .Select(line => line.Split(',', 3) is [var kind, var name, var reason] ? (kind, name, reason.Trim()) : throw new InvalidDataException(line)),
    ];

    private static readonly HashSet<string> Files = [.. Listed.Where(entry => entry.Kind == "file").Select(entry => entry.Name)];

    private static readonly HashSet<string> Members = [.. Listed.Where(entry => entry.Kind == "member").Select(entry => entry.Name)];

    public static bool InFile(string path) => Files.Any(start => path.StartsWith(start, StringComparison.Ordinal));

    /// <summary>The value of an entry of <c>computations/*.yaml</c> is the limit itself; elsewhere it names an answer.</summary>
    public static bool At(string folder, IReadOnlyList<string> keys) => keys.Any(key => Members.Contains(key) && !(key == "value" && folder == "computations"));
}
