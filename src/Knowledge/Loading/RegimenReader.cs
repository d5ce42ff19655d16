namespace Cds.Knowledge.Loading;

/// <summary>Reads regimens.</summary>
internal static class RegimenReader
{
    public static Regimen Read(YamlEntry entry, Vocabulary vocabulary, RuleReader rules)
    {
        IReadOnlyList<YamlEntry> drugs = entry.Entries("drugs");
        if (drugs.Count == 0) entry.Defect("a regimen has to list its drugs");
        var regimen = new Regimen
        {
            Id = entry.RequiredText("id"),
            Title = entry.RequiredLocalized("title"),
            Citations = CitationReader.Required(entry, "citations", vocabulary),
            ForConditions = entry.Texts("for-conditions"),
            Conditions = entry.Has("for-conditions") ? entry.Texts("for-conditions") : vocabulary.ConditionsOfRegimens,
            IsMaintenance = entry.Flag("maintenance"),
            CycleDays = entry.Integer("cycle-days"),
            Cycles = entry.Integer("cycles"),
            Duration = entry.Localized("duration"),
            Remarks = [.. entry.Entries("remarks", SharedKind.Text).Select(remark =>
            {
                Values.LocalizedText text = YamlEntry.LocalizedSelf(remark);
                remark.Finish();
                return text;
            })],
            Drugs = [.. drugs.Select(d => ReadDrug(d, vocabulary, rules))],
            Evidence = EvidenceReader.Read(entry, vocabulary),
        };
        foreach (string condition in regimen.ForConditions.Where(c => !vocabulary.Conditions.Contains(c))) entry.Unknown("condition", condition, vocabulary.Conditions, "for-conditions");
        entry.Finish();
        return regimen;
    }

    /// <summary><c>1.3 mg/m2</c> or <c>81-100 mg</c>.</summary>
    public static (decimal? Low, decimal? High, string? Unit) Dose(YamlEntry entry, string key)
    {
        if (entry.Text(key) is not { } text) return (null, null, null);
        string[] parts = text.Split(' ', 2, StringSplitOptions.TrimEntries);
        string[] ends = parts[0].Split('-', 2);
        if (parts.Length == 2 && Parse(ends[0]) is { } low && (ends.Length == 1 || Parse(ends[1]) is not null))
            return (low, ends.Length == 2 ? Parse(ends[1]) : null, parts[1]);
        entry.Defect($"'{key}: {text}' has to be a number (or a range) and a UCUM unit", key);
        return (null, null, null);

        static decimal? Parse(string number) => decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) ? value : null;
    }

    private static RegimenDrug ReadDrug(YamlEntry entry, Vocabulary vocabulary, RuleReader rules)
    {
        string drug = entry.RequiredText("drug");
        if (drug.Length > 0 && !vocabulary.Drugs.Contains(drug)) entry.Unknown("drug", drug, vocabulary.Drugs, "drug");
        (decimal? amount, _, string? unit) = Dose(entry, "dose");
        var read = new RegimenDrug
        {
            Drug = drug,
            DoseAmount = amount,
            DoseUnit = unit,
            MaximumDose = Dose(entry, "max-dose").Low,
            Route = entry.Word<Route>("route") ?? entry.Report(Route.Oral, "'route' is missing"),
            Days = Days(entry),
            FromCycle = entry.Integer("from-cycle") ?? 1,
            ToCycle = entry.Integer("to-cycle"),
            Remark = entry.Localized("remark"),
            Source = CitationReader.Single(entry, "source", vocabulary),
            Bands = rules.Bands(entry),
        };
        if (amount is not null && read.Source is null) entry.Defect($"the dose of '{drug}' has no source", "dose");
        entry.Finish();
        return vocabulary.Places.Mark(read, entry);
    }

    /// <summary>Days of the cycle; <c>1-21</c> stands for every day from the first to the last.</summary>
    internal static IReadOnlyList<int> Days(YamlEntry entry)
    {
        var days = new List<int>();
        foreach (string text in entry.Texts("days"))
        {
            string[] ends = text.Split('-', 2);
            if (ends[0].Length > 0
                && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
                && int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int last) && last >= first)
                days.AddRange(Enumerable.Range(first, last - first + 1));
            else if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int relative))
                days.Add(relative);
            else
                entry.Defect($"day '{text}' has to be a day of the cycle or a range of days", "days");
        }

        return days;
    }
}
