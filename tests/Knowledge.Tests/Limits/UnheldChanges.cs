using Cds.Knowledge.Tests.Content;

namespace Cds.Knowledge.Tests.Limits;

/// <summary>
/// Changes of a limit that no vignette shows: <c>changes-without-effect.csv</c> those that no patient can show, each with the reason, and
/// <c>changes-without-vignette.csv</c> those whose vignette is still to be written. Neither list may hold a change that a vignette does show.
/// </summary>
internal static class UnheldChanges
{
    public static IReadOnlyList<(string Change, string Reason)> Listed { get; } = [.. Read("changes-without-effect.csv"), .. Read("changes-without-vignette.csv")];

    private static IEnumerable<(string Change, string Reason)> Read(string name) =>
        File.ReadLines(Repository.PathOf("tests", "Knowledge.Tests", "Limits", name)).Skip(1)
            .Select(line => line.Split(',', 6) is [var file, var entry, var member, var limit, var change, var reason] && reason.Length > 0
                ? (string.Join(',', file, entry, member, limit, change), reason.Trim())
                : throw new InvalidDataException(line));
}
