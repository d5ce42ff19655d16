using Cds.Knowledge.Criteria;

namespace Cds.Knowledge.Loading;

/// <summary>A YAML mapping as kinds of criteria read it, with all that criteria may name.</summary>
internal sealed class CriterionEntry(YamlEntry entry, Vocabulary vocabulary, CriterionReader reader) : ICriterionEntry
{
    public bool Has(string key) => entry.Has(key);

    public string RequiredText(string key) => entry.RequiredText(key);

    public IReadOnlyList<string> Texts(string key) => entry.Texts(key);

    public bool Flag(string key) => entry.Flag(key);

    public int? Integer(string key) => entry.Integer(key);

    public int? Hours(string key)
    {
        if (entry.Text(key) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int hours)) return hours;
        if (vocabulary.Limits?.Use(text) is not { } limit) return entry.Report<int?>(null, $"'{key}: {text}' has to be a whole number or a limit of computations/", key);
        entry.Names.Add(limit.Id);
        return limit.Unit == "h" && decimal.Truncate(limit.Value) == limit.Value
            ? (int)limit.Value
            : entry.Report<int?>(null, $"'{key}: {text}': the limit has to be a whole number of hours", key);
    }

    public decimal? Number(string key) => entry.Number(key);

    public T? Word<T>(string key)
        where T : struct, Enum => entry.Word<T>(key);

    public (decimal Amount, string Unit)? Dose(string key)
    {
        if (entry.Text(key) is not { } text) return null;
        string[] parts = text.Split(' ', 2, StringSplitOptions.TrimEntries);
        return parts.Length == 2 && decimal.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out decimal amount)
            ? (amount, parts[1])
            : entry.Report<(decimal, string)?>(null, $"'{key}: {text}' has to be a number and a unit", key);
    }

    public decimal Threshold(string key, FactDefinition fact)
    {
        string text = entry.RequiredText(key);
        if (vocabulary.Limits?.Use(text) is { } limit)
        {
            entry.Names.Add(limit.Id);
            if (limit.Unit != fact.Unit) entry.Defect($"'{key}: {text}': the limit is given in {limit.Unit ?? "no unit"}, fact '{fact.Id}' in {fact.Unit ?? "none"}", key);
            return limit.Value;
        }

        string[] parts = text.Split(' ', 2, StringSplitOptions.TrimEntries);
        if (!decimal.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
            return entry.Report(0m, $"'{key}: {text}' has to begin with a number or be a limit of computations/", key);
        string? unit = parts.Length > 1 ? parts[1] : null;
        if (fact.Kind is FactKind.Presence or FactKind.Code) entry.Defect($"fact '{fact.Id}' is no number", key);
        if (unit != fact.Unit) entry.Defect($"'{key}: {text}': the unit of fact '{fact.Id}' is {fact.Unit ?? "none"}", key);
        return number;
    }

    public Criterion Criterion(string key) => reader.Required(entry, key);

    public IReadOnlyList<Criterion> Criteria(string key) => reader.Parts(entry, key);

    public Criterion Shared(string key) => reader.Shared(entry, key);

    public ICriterionEntry? Inner(string key) => entry.Entry(key) is { } inner ? new CriterionEntry(inner, vocabulary, reader) : null;

    public FactDefinition? Fact(string key) => vocabulary.Facts.GetValueOrDefault(KnownOne(key, vocabulary.Facts.Keys));

    public IReadOnlyList<string> Conditions(string key) => KnownSome(key, vocabulary.Conditions);

    public IReadOnlyList<string> Procedures(string key) => KnownSome(key, vocabulary.Procedures);

    public IReadOnlyList<string> Drugs(string key) => KnownSome(key, vocabulary.Drugs);

    public string DrugClass(string key) => KnownOne(key, vocabulary.DrugClasses);

    public IReadOnlyList<string> DrugClasses(string key) => KnownSome(key, vocabulary.DrugClasses);

    public (string Id, bool IsClass) DrugOrClass(string key)
    {
        string id = entry.RequiredText(key);
        bool isClass = vocabulary.DrugClasses.Contains(id);
        if (!isClass && !vocabulary.Drugs.Contains(id)) entry.Unknown("drug or class", id, [.. vocabulary.Drugs, .. vocabulary.DrugClasses], key);
        return (id, isClass);
    }

    public string Approval(string key)
    {
        string id = KnownOne(key, vocabulary.Approvals);
        entry.Names.Add(id);
        return id;
    }

    public IReadOnlyList<string> Jurisdictions(string key) => KnownSome(key, vocabulary.Jurisdictions);

    public IReadOnlyList<string> Orderables(string key) => KnownSome(key, [.. vocabulary.Drugs, .. vocabulary.Facts.Keys, .. vocabulary.Actions]);

    public (string Id, IReadOnlyList<string> Values)? Conclusion(string key)
    {
        string id = KnownOne(key, vocabulary.Conclusions.Keys);
        return vocabulary.Conclusions.TryGetValue(id, out IReadOnlyList<string>? values) ? (id, values) : null;
    }

    public IReadOnlyList<string> Known(string key, IReadOnlyCollection<string> known, string what)
    {
        IReadOnlyList<string> texts = entry.Texts(key);
        foreach (string text in texts.Where(t => !known.Contains(t))) entry.Defect($"{what} '{text}'{Nearest.Hint(text, known)}", key);
        return texts;
    }

    public void PassOver(IEnumerable<CriterionMember> members) => entry.PassOver(members.Select(member => member.Name));

    public void Defect(string what, string? key = null) => entry.Defect(what, key);

    public T Report<T>(T value, string what, string? key = null) => entry.Report(value, what, key);

    public void Finish() => entry.Finish();

    private string KnownOne(string key, IReadOnlyCollection<string> known)
    {
        string id = entry.RequiredText(key);
        if (id.Length > 0 && !known.Contains(id)) entry.Unknown(key, id, known, key);
        return id;
    }

    private IReadOnlyList<string> KnownSome(string key, IReadOnlyCollection<string> known)
    {
        if (entry.Texts(key).Count == 0) entry.Defect($"'{key}' names nothing", key);
        return Known(key, known, $"unknown {key}");
    }
}
