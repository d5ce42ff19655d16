using Cds.Knowledge.Tests.Content;

namespace Cds.Knowledge.Tests.Architecture;

/// <summary>
/// The list <c>clinical-ids.csv</c>: id, file, reason. Lines under <c># words</c> are words that only look like an id (a member of FHIR, a key of YAML).
/// </summary>
internal sealed class AllowedIds(IReadOnlyList<AllowedIds.Entry> clinical, IReadOnlyList<AllowedIds.Entry> words)
{
    public IReadOnlyList<Entry> Clinical { get; } = clinical;

    public IReadOnlyList<Entry> All { get; } = [.. clinical, .. words];

    public bool Contains(string id, string file) => All.Any(entry => entry.Id == id && entry.File == file);

    public static AllowedIds Read()
    {
        string[] lines = File.ReadAllLines(Repository.PathOf("tests", "Knowledge.Tests", "Architecture", "clinical-ids.csv"));
        int words = Array.IndexOf(lines, "# words");
        return new AllowedIds(Entries(lines[..words]), Entries(lines[words..]));
    }

    private static IReadOnlyList<Entry> Entries(IEnumerable<string> lines) =>
        [.. lines.Where(line => line.Length > 0 && !line.StartsWith('#')).Select(line => line.Split(',', 3) is [var id, var file, var reason] ? new Entry(id, "src/" + file, reason.Trim()) : throw new InvalidDataException(line))];

    internal sealed record Entry(string Id, string File, string Reason);
}
