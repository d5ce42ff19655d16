namespace Cds.Knowledge.Therapy;

/// <summary>
/// Names the regimens of a line: the drugs given at the same time, corticosteroids included, held against the regimens of the knowledge base. For
/// readers: no rule depends on it.
/// </summary>
internal static class RegimensGiven
{
    /// <summary>One entry for each named combination, in order of time; what no regimen matches is left out.</summary>
    public static IEnumerable<Basis> Of(PatientContext patient, LineOfTherapy line)
    {
        LineLimits limits = patient.Knowledge.Computations.Lines;
        DosingPeriod[] treatment = [.. line.Periods.Where(p => !p.BelongsToTransplant).OrderBy(p => p.Start)];
        DosingPeriod[] steroids = [.. patient.Therapy.Corticosteroids.Where(c => c.LatestEnd >= line.Start)];
        HashSet<string> treatmentDrugs = [.. treatment.Select(p => p.DrugId)];
        var treatmentByDrug = new PeriodsByDrug(treatment);
        var steroidsByDrug = new PeriodsByDrug([.. steroids.Where(c => !treatmentDrugs.Contains(c.DrugId))]);
        DateOnly[] starts = [.. Starts(limits, line.Start, treatment)];
        string? before = null;
        for (int i = 0; i < starts.Length; i++)
        {
            IReadOnlyList<DosingPeriod> drugs = treatmentByDrug.GivenWith(limits, starts[i]);
            DosingPeriod[] together = [.. drugs, .. steroidsByDrug.GivenWith(limits, starts[i])];
            DateOnly end = drugs.Max(p => p.LatestEnd);
            if (i + 1 < starts.Length && starts[i + 1] <= end) end = starts[i + 1].PlusDays(-1);
            bool isMaintenance = line.Start < starts[i] && patient.Knowledge.Roles.IsMaintenance([.. together.Select(p => p.DrugId).Distinct()]);
            Regimen[] named = [.. Matching(patient, together, isMaintenance)];
            string name = string.Join(" / ", named.Select(r => r.Id));
            if (named.Length > 0 && name != before) yield return Entry(patient, named, name, starts[i], end, together, isMaintenance);
            before = name;
        }
    }

    /// <summary>First days of combinations: starts that follow each other closely are one; what was given on from the former line begins with this one.</summary>
    private static IEnumerable<DateOnly> Starts(LineLimits limits, DateOnly begun, DosingPeriod[] treatment)
    {
        DateOnly? last = null;
        foreach (DateOnly start in treatment.Select(p => p.Start < begun ? begun : p.Start).Distinct().Order())
        {
            if (last is { } earlier && start <= earlier.PlusDays(limits.SameRegimenDays)) continue;
            last = start;
            yield return start;
        }
    }

    private static IEnumerable<Regimen> Matching(PatientContext patient, DosingPeriod[] together, bool isMaintenance)
    {
        HashSet<string> drugs = [.. together.Select(p => p.DrugId)];
        Regimen[] sameDrugs =
        [
            .. patient.Knowledge.Roles.RegimensOf(drugs)
                .Where(r => r.ForConditions.Count == 0 || patient.CurrentConditions(r.ForConditions).Any())
                .Where(r => r.IsMaintenance == isMaintenance)
                .OrderBy(r => r.Id, StringComparer.Ordinal),
        ];
        Regimen[] meant = [.. sameDrugs.Where(r => r.ForConditions.Count > 0)];
        if (meant.Length > 0) sameDrugs = meant;
        Regimen[] sameDoses = [.. sameDrugs.Where(r => together.All(p => DosesFit(r, p)))];
        return sameDoses.Length > 0 ? sameDoses : sameDrugs;
    }

    /// <summary>A recorded dose decides between regimens of the same drugs; without one, all of them fit.</summary>
    private static bool DosesFit(Regimen regimen, DosingPeriod period) =>
        period.Doses.Count == 0 || regimen.Drugs.Any(d => d.Drug == period.DrugId && (d.DoseAmount is null || period.Doses.Any(dose => dose.Amount == d.DoseAmount && dose.Unit == d.DoseUnit)));

    private static Basis Entry(PatientContext patient, Regimen[] named, string name, DateOnly start, DateOnly end, DosingPeriod[] together, bool isMaintenance)
    {
        int[] lengths = [.. named.Select(r => r.CycleDays).OfType<int>().Distinct()];
        LocalizedText? cycles = lengths is [var days] && !isMaintenance
            ? TherapyTexts.Cycles
                .With("drugs", TherapyTexts.Combination(together.Select(p => patient.Knowledge.Drugs[p.DrugId].Title).Distinct()))
                .With("cycles", Text((end.DayNumber - start.DayNumber) / days + 1))
                .With("days", Text(days))
            : null;
        return new Basis
        {
            Fact = "regimen",
            Title = isMaintenance ? TherapyTexts.MaintenanceTitle : TherapyTexts.RegimenTitle,
            Value = new CodeValue(name),
            ValueTitle = LocalizedText.Join(named.Select(r => r.Title.BeforeBracket), " / ", " / "),
            Date = $"{ClinicalDate.OnDay(start).Text}/{ClinicalDate.OnDay(end).Text}",
            Comment = cycles,
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
