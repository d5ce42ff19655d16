using Cds.Knowledge.Tests.Content;

namespace Cds.Knowledge.Tests.Limits;

/// <summary>Changes of a limit that no patient can show, each with the reason: <c>file,entry,member,limit,change: reason</c>.</summary>
internal static class ChangesWithoutEffect
{
    public static IReadOnlyList<(string Change, string Reason)> Listed { get; } =
    [
        .. File.ReadLines(Repository.PathOf("tests", "Knowledge.Tests", "Limits", "changes-without-effect.csv")).Skip(1)
            .Select(line => line.Split(',', 6) is [var file, var entry, var member, var limit, var change, var reason] && reason.Length > 0
                ? (string.Join(',', file, entry, member, limit, change), reason.Trim())
                : throw new InvalidDataException(line)),
    ];
}
