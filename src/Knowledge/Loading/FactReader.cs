using Cds.Knowledge.DerivedFacts;

namespace Cds.Knowledge.Loading;

/// <summary>Reads fact definitions.</summary>
internal static class FactReader
{
    /// <param name="entry">The entry.</param>
    /// <param name="replaced">The entry that ships and that this one of an overlay replaces: the prefetch key is public, so that it stays where the site does not name another.</param>
    /// <param name="kinds">The windows by kind of fact.</param>
    /// <param name="limits">Limits that its reference limits may name.</param>
    public static FactDefinition Read(YamlEntry entry, YamlEntry? replaced, WindowsByKind kinds, LimitBook limits)
    {
        FactWindows windows = kinds.Of(entry);
        string id = entry.RequiredText("id");
        FactKind kind = entry.Word<FactKind>("kind") ?? entry.Report(FactKind.Number, "'kind' is missing");
        string? unit = entry.Text("unit");
        if (kind == FactKind.Quantity && unit is null) entry.Defect($"fact '{id}' is a quantity without a unit");
        bool derived = entry.Flag("derived");
        if (derived != DerivedFact.ById.ContainsKey(id))
            entry.Defect(derived ? $"no code derives fact '{id}'" : $"fact '{id}' is derived in code: say 'derived: true'");
        (decimal? low, decimal? high) = Plausible(entry);
        var fact = new FactDefinition
        {
            Id = id,
            Title = entry.RequiredLocalized("title"),
            Kind = kind,
            Unit = unit,
            Units = Units(entry, unit),
            PlausibleLow = low,
            PlausibleHigh = high,
            Codes = entry.Texts("codes"),
            CodeTitles = CodeTitles(entry),
            CurrentDays = windows.CurrentDays,
            BaselineDays = windows.BaselineDays,
            BaselineDaysAsymptomatic = windows.BaselineDaysAsymptomatic,
            BaselineDaysAfterStart = windows.BaselineDaysAfterStart,
            Positive = Positive(entry),
            UpperLimit = Limit(entry, "upper-limit", unit, limits),
            LowerLimit = Limit(entry, "lower-limit", unit, limits),
            PresentOnceFound = entry.Flag("present-once-found"),
            Derived = derived,
            Order = Order(entry),
            Prefetch = entry.Word<PrefetchGroup>("prefetch") ?? replaced?.Peek().Word<PrefetchGroup>("prefetch"),
            AbsentIsZero = entry.Flag("absent-is-zero"),
            ReadsAs = entry.Word<CodeReading>("reads-as"),
            TellsIsotype = entry.Word<IsotypeTold>("tells-isotype"),
            IsExamination = entry.Flag("examination"),
            AsPrinted = entry.Flag("as-printed"),
            DosesPer = DosesPer(entry),
            ShareOf = entry.Text("share-of"),
            FromFacts = entry.Texts("from-facts"),
            FromConditions = entry.Texts("from-conditions"),
        };
        CheckRoles(entry, fact);
        if (kind == FactKind.Code && fact.Codes.Count == 0) entry.Defect($"fact '{id}' lists no codes");
        entry.Finish();
        return fact;
    }

    public static OrderCode? Order(YamlEntry entry)
    {
        if (entry.Entry("order") is not { } order) return null;
        var code = new OrderCode(order.RequiredText("system"), order.RequiredText("code"));
        order.Finish();
        return code;
    }

    private static string? DosesPer(YamlEntry entry) => entry.Text("doses-per") switch
    {
        null => null,
        "kg" or "m2" => entry.Text("doses-per"),
        var other => entry.Report<string?>(null, $"'doses-per' has to be one of kg, m2, not '{other}'", "doses-per"),
    };

    /// <summary>Each part that a fact plays for code asks for a kind of fact.</summary>
    private static void CheckRoles(YamlEntry entry, FactDefinition fact)
    {
        (string Key, bool Fits, string Needed)[] roles =
        [
            ("absent-is-zero", fact.Kind is FactKind.Quantity or FactKind.Number, "an amount"),
            ("reads-as", fact.Kind == FactKind.Code, "a fact with codes"),
            ("tells-isotype", fact.Kind == FactKind.Presence, "a finding"),
            ("examination", fact.Kind == FactKind.Presence, "a finding"),
            ("as-printed", fact.Kind is FactKind.Quantity or FactKind.Number, "an amount"),
            ("doses-per", fact.Unit is not null && fact.Unit == fact.DosesPer, "a fact of that unit"),
            ("share-of", fact.Unit == "%", "a fact in per cent"),
            ("from-facts", fact.Derived, "a derived fact"),
            ("from-conditions", fact.Derived, "a derived fact"),
        ];
        foreach ((string key, _, string needed) in roles.Where(role => entry.Has(role.Key) && !role.Fits)) entry.Defect($"'{key}' belongs to {needed}", key);
    }

    private static IReadOnlyDictionary<string, UnitFactor> Units(YamlEntry entry, string? unit)
    {
        var units = new Dictionary<string, UnitFactor>();
        if (entry.Entry("units") is { } listed)
        {
            foreach (string name in listed.Keys.ToArray())
            {
                if (listed.IsScalar(name)) units[name] = new UnitFactor(listed.Number(name) ?? 1m);
                else if (listed.Entry(name) is { } factor)
                {
                    units[name] = new UnitFactor(factor.Number("factor") ?? 1m, factor.Number("subtract") ?? 0m);
                    factor.Finish();
                }

                if (units.TryGetValue(name, out UnitFactor? read) && read.Factor <= 0m) listed.Defect($"the factor of unit '{name}' has to be positive", name);
            }
        }

        if (unit is not null && !units.TryAdd(unit, new UnitFactor(1m)) && units[unit] is not { Factor: 1m, Subtract: 0m })
            entry.Defect($"the canonical unit '{unit}' has to have the factor 1", "units");
        return units;
    }

    private static (decimal? Low, decimal? High) Plausible(YamlEntry entry)
    {
        IReadOnlyList<string> ends = entry.Texts("plausible");
        if (ends.Count == 0) return (null, null);
        if (ends.Count == 2
            && decimal.TryParse(ends[0], NumberStyles.Float, CultureInfo.InvariantCulture, out decimal low)
            && decimal.TryParse(ends[1], NumberStyles.Float, CultureInfo.InvariantCulture, out decimal high)
            && low < high) return (low, high);
        entry.Defect("'plausible' has to be two numbers, the lower first", "plausible");
        return (null, null);
    }

    /// <summary><c>{ "%": "&gt;= 10" }</c>: by unit, the result from which a finding counts as present.</summary>
    private static IReadOnlyDictionary<string, PositiveLimit> Positive(YamlEntry entry)
    {
        var limits = new Dictionary<string, PositiveLimit>();
        if (entry.Entry("positive") is not { } listed) return limits;
        foreach (string unit in listed.Keys.ToArray())
        {
            string[] parts = listed.RequiredText(unit).Split(' ', 2, StringSplitOptions.TrimEntries);
            if (parts is [">=" or ">", var number] && decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal limit))
                limits[unit] = new PositiveLimit(limit, parts[0] == ">=");
            else
                listed.Defect("a positive limit has to read like '>= 10'", unit);
        }

        return limits;
    }

    private static IReadOnlyDictionary<string, LocalizedText> CodeTitles(YamlEntry entry)
    {
        var titles = new Dictionary<string, LocalizedText>();
        if (entry.Entry("code-titles") is not { } listed) return titles;
        foreach (string code in listed.Keys.ToArray())
        {
            titles[code] = listed.RequiredLocalized(code);
            if (!entry.Texts("codes").Contains(code)) listed.Defect($"'{code}' is none of the codes", code);
        }

        return titles;
    }

    /// <summary>A number, one for each sex, or a limit by its id.</summary>
    private static DefaultLimit? Limit(YamlEntry entry, string key, string? unit, LimitBook limits)
    {
        if (!entry.Has(key)) return null;
        if (entry.IsScalar(key) && limits.Use(entry.RequiredText(key)) is { } named)
        {
            entry.Names.Add(named.Id);
            if (named.Unit != unit) entry.Defect($"'{key}': the limit '{named.Id}' is given in {named.Unit ?? "no unit"}, the fact in {unit ?? "none"}", key);
            return new DefaultLimit(named.Value, named.Value);
        }

        if (entry.IsScalar(key)) return entry.Number(key) is { } both ? new DefaultLimit(both, both) : null;
        if (entry.Entry(key) is not { } bySex) return null;
        var limit = new DefaultLimit(bySex.Number("male") ?? bySex.Report(0m, "'male' is missing"), bySex.Number("female") ?? bySex.Report(0m, "'female' is missing"));
        bySex.Finish();
        return limit;
    }
}
