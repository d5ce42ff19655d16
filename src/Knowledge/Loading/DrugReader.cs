namespace Cds.Knowledge.Loading;

/// <summary>Reads drugs.</summary>
internal static class DrugReader
{
    public static Drug Read(YamlEntry entry, Vocabulary vocabulary, RuleReader rules, IReadOnlyList<DrugClass> classes, int usualCycleDays)
    {
        string? drugClass = entry.Text("class");
        if (drugClass is not null && !vocabulary.DrugClasses.Contains(drugClass)) entry.Unknown("class", drugClass, vocabulary.DrugClasses, "class");
        var drug = new Drug
        {
            Id = entry.RequiredText("id"),
            Title = entry.RequiredLocalized("title"),
            Class = drugClass,
            IsAntiMyeloma = entry.Flag("anti-myeloma"),
            IsAccompanying = classes.Any(c => c.Id == drugClass && !c.CountsForLines),
            IsMaintenanceAlone = entry.Flag("maintenance-alone"),
            MaintenanceWith = KnownDrugs(entry, "maintenance-with", vocabulary),
            HasHighDose = entry.Flag("high-dose"),
            GivenFor = [.. entry.Texts("given-for").Select(word => VocabularyReader.Purpose(entry, "given-for", word)).OfType<DosePurpose>()],
            Event = VocabularyReader.Event(entry, SinceEvent.CarTInfusion, SinceEvent.Lymphodepletion),
            NarrowerThan = KnownDrugs(entry, "narrower-than", vocabulary) is [var wider, ..] ? wider : null,
            IntervalDays = entry.Integer("interval-days") ?? usualCycleDays,
            Names = entry.Texts("names"),
            IsOnePieceADose = entry.Flag("one-piece-a-dose"),
            Rules = rules.Standing(entry, "rules"),
            ToConfirm = rules.Confirmations(entry, "to-confirm"),
            Bands = rules.Bands(entry),
            OpenDose = entry.Localized("open-dose"),
            NotCovered = entry.Localized("not-covered"),
        };
        if (!drug.IsAntiMyeloma && (drug.IsMaintenanceAlone || drug.MaintenanceWith.Count > 0)) entry.Defect($"drug '{drug.Id}' is maintenance treatment, but not 'anti-myeloma'");
        if (drug.Bands.Any(b => b.Days.Count > 0)) entry.Defect("days belong to the dose table of a regimen", "bands");
        if (drug is { OpenDose: not null, Bands.Count: 0 }) entry.Defect("nothing is open without a dose table", "open-dose");
        entry.Finish();
        return drug;
    }

    private static IReadOnlyList<string> KnownDrugs(YamlEntry entry, string key, Vocabulary vocabulary)
    {
        IReadOnlyList<string> drugs = entry.Texts(key);
        foreach (string unknown in drugs.Where(d => !vocabulary.Drugs.Contains(d))) entry.Defect($"unknown {key} '{unknown}'", key);
        if (entry.Text("id") is { } id && drugs.Contains(id)) entry.Defect($"'{key}' names the drug itself", key);
        return drugs;
    }
}
