using Cds.Knowledge.Tests.Content;

namespace Cds.Knowledge.Tests.Limits;

/// <summary>
/// Numbers of the content that decide nothing about a patient, or that another test holds: whole files, members wherever they stand, and entries of <c>computations/*.yaml</c>. The list
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

    private static readonly HashSet<string> Computations = [.. Listed.Where(entry => entry.Kind == "computation").Select(entry => entry.Name)];

    public static bool InFile(string path) => Files.Any(start => path.StartsWith(start, StringComparison.Ordinal));

    /// <summary>The value of an entry of <c>computations/*.yaml</c> is the limit itself; elsewhere it names an answer.</summary>
    public static bool At(Owner owner, IReadOnlyList<string> keys) => owner.Kind == "computations"
        ? Computations.Contains(owner.Id) || keys.Any(key => key != "value" && Members.Contains(key))
        : keys.Any(Members.Contains);
}
