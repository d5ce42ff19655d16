using Cds.Knowledge.Criteria;

namespace Cds.Knowledge.Loading;

/// <summary>Compiles criteria from YAML: each by the kind whose member it has.</summary>
internal sealed class CriterionReader(Vocabulary vocabulary)
{
    public Criterion? Optional(YamlEntry entry, string key) => entry.Entry(key) is { } criterion ? Read(criterion) : null;

    public Criterion Required(YamlEntry entry, string key)
    {
        if (Optional(entry, key) is { } criterion) return criterion;
        if (!entry.Has(key)) entry.Defect($"'{key}' is missing");
        return new Always();
    }

    public IReadOnlyList<Criterion> Parts(YamlEntry entry, string key)
    {
        IReadOnlyList<Criterion> parts = [.. entry.Entries(key).Select(Read)];
        if (parts.Count == 0) entry.Defect($"'{key}' is empty", key);
        return parts;
    }

    public Criterion Read(YamlEntry entry)
    {
        if (CriterionKinds.All.FirstOrDefault(kind => entry.Has(kind.Key)) is not { } kind)
        {
            // What stands there means nothing as a whole; its members one by one would only repeat that.
            return entry.Report(new Always(), $"no known kind of criterion among the members {string.Join(", ", entry.Keys)}");
        }

        Criterion criterion = kind.Read(new CriterionEntry(entry, vocabulary, this));
        entry.Finish();
        return vocabulary.Places.Mark(criterion, entry);
    }
}
