using Cds.Knowledge.Tests.Content;

namespace Cds.Knowledge.Tests.Limits;

/// <summary>
/// Changes of a limit that no patient can show, each with the reason: <c>changes-without-effect.csv</c>. The list may not hold a change that a vignette does show.
/// </summary>
internal static class UnheldChanges
{
    public static IReadOnlyList<string> Listed { get; } =
    [
        .. File.ReadLines(Repository.PathOf("tests", "Knowledge.Tests", "Limits", "changes-without-effect.csv")).Skip(1)
            .Select(line => line.Split(',', 6) is [var file, var entry, var member, var limit, var change, var reason] && reason.Trim().Length > 0
                ? string.Join(',', file, entry, member, limit, change)
                : throw new InvalidDataException(line)),
    ];
}
