namespace Cds.Knowledge.Therapy;

/// <summary>
/// Merges requests, statements, dispenses and administrations of a drug into the periods in which it was given (docs/contract/reading.md, 6).
/// </summary>
internal static class DosingPeriods
{
    public static IReadOnlyList<DosingPeriod> Of(PatientContext patient)
    {
        var periods = new List<DosingPeriod>();
        foreach (int drug in patient.Records.DrugRecords.Entries())
        {
            DosingPeriod[] single = [.. patient.Records.Periods(drug).OrderBy(p => p.Start).ThenBy(p => p.LatestEnd).ThenBy(p => p.Basis[0].Resource, StringComparer.Ordinal)];
            MergedPeriods.AddTo(periods, single, patient.Knowledge.Drugs[single[0].DrugId].IntervalDays);
        }

        return [.. periods.OrderBy(p => p.Start).ThenBy(p => p.DrugId, StringComparer.Ordinal)];
    }

    /// <summary>The period of each record with an active status that has begun.</summary>
    public static IEnumerable<(DrugRecord Record, DosingPeriod Period)> OfActive(PatientContext patient) =>
        patient.Records.DrugRecords.Entries().SelectMany(patient.Records.Dosing).Where(dosing => dosing.Record.Status == DrugRecordStatus.Active);

    /// <summary>The period that each record of one drug describes. What the other records of the drug say about one is found once for all.</summary>
    public static DosingPeriod[] OfRecords(PatientContext patient, ReadOnlySpan<DrugRecord> records)
    {
        if (records.IsEmpty) return [];
        patient.Cancellation.ThrowIfCancellationRequested();
        Drug drug = patient.Knowledge.Drugs[records[0].DrugId];
        LineLimits limits = patient.Knowledge.Computations.Lines;
        HighDoseDays? highDoses = drug.HasHighDose ? new HighDoseDays(limits, records) : null;
        bool isRenewed = false;
        foreach (DrugRecord record in records)
        {
            isRenewed |= record.Source is DrugRecordSource.Dispense or DrugRecordSource.Administration or DrugRecordSource.Request && IsRecent(limits, record, patient.AsOf.Day);
        }

        var periods = new DosingPeriod[records.Length];
        for (int i = 0; i < periods.Length; i++) periods[i] = ToPeriod(patient, drug, records[i], isRenewed, highDoses);
        return periods;
    }

    private static DosingPeriod ToPeriod(PatientContext patient, Drug drug, DrugRecord record, bool isRenewed, HighDoseDays? highDoses)
    {
        DateOnly today = patient.AsOf.Day;
        DateOnly start = record.Start?.EarliestDay ?? record.End?.EarliestDay ?? today;
        LineLimits limits = patient.Knowledge.Computations.Lines;
        (DateOnly earliestEnd, DateOnly latestEnd, Truth running) = End(limits, record, start, today, drug, isRenewed);
        Basis basis = BasisOf(drug, record);
        return new DosingPeriod
        {
            DrugId = drug.Id,
            Start = start,
            EarliestEnd = Later(start, Earlier(earliestEnd, today)),
            LatestEnd = Later(start, Earlier(latestEnd, today)),
            Running = running,
            Purpose = DosePurposes.Of(patient, record, start),
            IsHighDose = highDoses is not null && (HighDose.IsHighDosePlanned(limits, record) || highDoses.Contain(record)),
            RecordedLine = record.RecordedLine,
            RecordedRefractory = record.IsRecordedRefractory ? [basis] : [],
            Doses = record is { DoseAmount: { } amount, DoseUnit: { } unit } ? [(amount, unit)] : [],
            Basis = [basis],
        };
    }

    private static (DateOnly EarliestEnd, DateOnly LatestEnd, Truth Running) End(
        LineLimits limits, DrugRecord record, DateOnly start, DateOnly today, Drug drug, bool isRenewed)
    {
        if (record.End is { } end)
        {
            Truth running = record.Status == DrugRecordStatus.OnHold ? Truth.False : end.IsOnOrAfter(today);
            if (running != Truth.True && IsSingleDose(record)) running = running.Or((end.LatestDay.PlusDays(drug.IntervalDays) >= today).ToTruth());
            return (end.EarliestDay, end.LatestDay, running);
        }

        if (IsSingleDose(record))
        {
            DateOnly day = record.Start?.LatestDay ?? start;
            return (day, day, (record.Start is not null && day.PlusDays(drug.IntervalDays) >= today).ToTruth());
        }

        if (record.Status != DrugRecordStatus.Active) return (start, today, Truth.False);
        // A request that is itself recent needs no renewal, so that the recent record of the drug is another one.
        if (record.Source == DrugRecordSource.Request && !IsRecent(limits, record, today) && !isRenewed)
            return (start, today, Truth.Unknown);
        return (today, today, Truth.True);
    }

    private static bool IsSingleDose(DrugRecord record) =>
        record.Source == DrugRecordSource.Administration || (record.Source == DrugRecordSource.Dispense && record.End is null);

    /// <summary>Whether an open request is so young that it proves that the drug runs.</summary>
    private static bool IsRecent(LineLimits limits, DrugRecord record, DateOnly today) =>
        record.Start is { } start && start.LatestDay >= today.PlusDays(-limits.ForgottenOrderDays);

    private static Basis BasisOf(Drug drug, DrugRecord record) => new()
    {
        Fact = drug.Id,
        Title = drug.Title,
        Value = record is { DoseAmount: { } amount } ? new QuantityValue(ValueRange.Exactly(amount)) : null,
        Unit = record is { DoseAmount: not null } ? record.DoseUnit : null,
        Date = (record.Start, record.End) switch
        {
            ({ } start, { } end) when start.Text != end.Text => $"{start.Text}/{end.Text}",
            ({ } start, null) when record.Status == DrugRecordStatus.Active && !IsSingleDose(record) => $"{start.Text}/",
            ({ } start, _) => start.Text,
            (null, { } end) => $"/{end.Text}",
            (null, null) => null,
        },
        Resource = record.Resource,
        Comment = TherapyTexts.Join([
            record.MatchedByText ? TherapyTexts.MatchedByText : null,
            record.RecordedLine is { } line ? TherapyTexts.RecordedLine.With("number", line.ToString(CultureInfo.InvariantCulture)) : null,
            record.IsRecordedRefractory ? TherapyTexts.RecordedRefractory : null,
        ]),
    };

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
