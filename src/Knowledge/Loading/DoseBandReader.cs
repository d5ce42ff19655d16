using Cds.Knowledge.Criteria;

namespace Cds.Knowledge.Loading;

/// <summary>Reads dose tables: <c>bands</c> of drugs, for every regimen and order, and of the drugs of one regimen.</summary>
internal sealed class DoseBandReader(Vocabulary vocabulary, CriterionReader criteria)
{
    public IReadOnlyList<DoseBand> Read(YamlEntry entry)
    {
        YamlEntry[] lines = [.. entry.Entries("bands")];
        IReadOnlyList<DoseBand> bands = [.. lines.Select(Band)];
        foreach (string twice in bands.GroupBy(b => b.Id).Where(g => g.Key is not null && g.Count() > 1).Select(g => g.Key!)) entry.Defect($"band '{twice}' stands twice", "bands");
        if (bands.Count(b => b.IsOtherwise) > 1) entry.Defect("only one band can be for all others", "bands");
        Criterion others = new NoneOf([.. bands.Where(b => !b.IsOtherwise).Select(b => new Proven(b.When))]);
        bool tellsMaintenance = bands.Any(b => b.IsOfMaintenance == true);
        return
        [
            .. bands.Zip(lines, (b, line) =>
            {
                DoseBand band = b.IsOtherwise ? b with { When = others } : b;
                return vocabulary.Places.Mark(tellsMaintenance ? OfPurpose(band, band.IsOfMaintenance ?? false) : band, line);
            }),
        ];
    }

    private static DoseBand OfPurpose(DoseBand band, bool maintenance) => band with
    {
        IsOfMaintenance = maintenance,
        Holds = new AllOf([new ForMaintenance(maintenance), .. band.When is AllOf all ? all.Parts : [band.When]]),
    };

    private DoseBand Band(YamlEntry entry)
    {
        (decimal? amount, _, string? unit) = RegimenReader.Dose(entry, "dose");
        bool isOtherwise = entry.Flag("otherwise");
        var band = new DoseBand
        {
            Id = entry.Text("id"),
            When = isOtherwise ? new Always() : criteria.Required(entry, "when"),
            IsOtherwise = isOtherwise,
            DoseAmount = amount,
            DoseUnit = unit,
            Frequency = RecommendationReader.Frequency(entry),
            IsOfMaintenance = entry.Flag("maintenance") ? true : null,
            Days = RegimenReader.Days(entry),
            IsNotGiven = entry.Flag("not-given"),
            Alternatives = [.. entry.Entries("or").Select(Alternative)],
            Standing = entry.Word<Standing>("standing"),
            Code = entry.Text("code"),
            AsksToConfirm = entry.Flag("to-confirm"),
            Condition = entry.Localized("for") ?? new LocalizedText("", ""),
            Citations = [CitationReader.Single(entry, "source", vocabulary) ?? entry.Report(CitationReader.None, "'source' is missing"), .. CitationReader.Optional(entry, "citations", vocabulary)],
        };
        if (band.IsNotGiven && amount is not null) entry.Defect("a band has either a 'dose' or 'not-given'", "dose");
        if (band.Days.Count > 0 && (amount is null || band.Frequency is not null)) entry.Defect("'days' need a 'dose' and stand in place of a 'frequency'", "days");
        if (band.Standing is null != (band.Code is null)) entry.Defect("'standing' and 'code' belong together");
        entry.Finish();
        return band;
    }

    private static DoseInSituation Alternative(YamlEntry entry)
    {
        (decimal? amount, _, string? unit) = RegimenReader.Dose(entry, "dose");
        if (amount is null) entry.Defect("'dose' is missing");
        var alternative = new DoseInSituation(entry.RequiredLocalized("in"), amount ?? 0m, unit ?? "", RecommendationReader.Frequency(entry));
        entry.Finish();
        return alternative;
    }
}
