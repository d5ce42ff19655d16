using System.Globalization;
using Cds.Knowledge.Computations;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>
/// Merges requests, statements, dispenses and administrations of a drug into the periods in which it was given (docs/contract/reading.md, 6).
/// </summary>
internal static class DosingPeriods
{
    public static IReadOnlyList<DosingPeriod> Of(PatientContext patient)
    {
        var periods = new List<DosingPeriod>();
        foreach (IGrouping<string, DrugRecord> drug in patient.Record.DrugRecords
            .Where(r => patient.HasBegun(r.Start) && patient.Knowledge.Drugs.ContainsKey(r.DrugId))
            .GroupBy(r => r.DrugId))
        {
            Drug definition = patient.Knowledge.Drugs[drug.Key];
            DrugRecord[] records = [.. drug];
            IEnumerable<DosingPeriod> single = records
                .Select(r => ToPeriod(patient, definition, r, records))
                .OrderBy(p => p.Start).ThenBy(p => p.LatestEnd).ThenBy(p => p.Basis[0].Resource, StringComparer.Ordinal);
            periods.AddRange(Merge(single, definition.IntervalDays));
        }

        return [.. periods.OrderBy(p => p.Start).ThenBy(p => p.DrugId, StringComparer.Ordinal)];
    }

    /// <summary>The period of each record with an active status that has begun. Records of one drug are looked at together only once.</summary>
    public static IEnumerable<(DrugRecord Record, DosingPeriod Period)> OfActive(PatientContext patient) =>
        from drug in patient.Record.DrugRecords.Where(r => patient.HasBegun(r.Start) && patient.Knowledge.Drugs.ContainsKey(r.DrugId)).GroupBy(r => r.DrugId)
        let records = drug.ToArray()
        from record in records
        where record.Status == DrugRecordStatus.Active
        select (record, ToPeriod(patient, patient.Knowledge.Drugs[drug.Key], record, records));

    /// <summary>The period that one record describes.</summary>
    public static DosingPeriod Single(PatientContext patient, DrugRecord record) => ToPeriod(
        patient, patient.Knowledge.Drugs[record.DrugId], record, [.. patient.Record.DrugRecords.Where(r => r.DrugId == record.DrugId && patient.HasBegun(r.Start))]);

    private static IEnumerable<DosingPeriod> Merge(IEnumerable<DosingPeriod> periods, int intervalDays)
    {
        DosingPeriod? current = null;
        foreach (DosingPeriod next in periods)
        {
            if (current is null)
            {
                current = next;
            }
            else if (next.Start <= current.LatestEnd.PlusDays(intervalDays) && next.Purpose == current.Purpose && next.IsHighDose == current.IsHighDose && (next.RecordedLine ?? current.RecordedLine) == (current.RecordedLine ?? next.RecordedLine))
            {
                current = current with
                {
                    EarliestEnd = Later(current.EarliestEnd, next.EarliestEnd),
                    LatestEnd = Later(current.LatestEnd, next.LatestEnd),
                    Running = current.Running.Or(next.Running),
                    RecordedLine = current.RecordedLine ?? next.RecordedLine,
                    RecordedRefractory = [.. current.RecordedRefractory, .. next.RecordedRefractory],
                    Doses = [.. current.Doses.Union(next.Doses)],
                    Basis = [.. current.Basis, .. next.Basis],
                };
            }
            else
            {
                yield return current;
                current = next;
            }
        }

        if (current is not null) yield return current;
    }

    private static DosingPeriod ToPeriod(PatientContext patient, Drug drug, DrugRecord record, DrugRecord[] records)
    {
        DateOnly today = patient.AsOf.Day;
        DateOnly start = record.Start?.EarliestDay ?? record.End?.EarliestDay ?? today;
        (DateOnly earliestEnd, DateOnly latestEnd, Truth running) = End(patient.Knowledge.Computations.Lines, record, start, today, drug, records);
        Basis basis = BasisOf(drug, record);
        return new DosingPeriod
        {
            DrugId = drug.Id,
            Start = start,
            EarliestEnd = Later(start, Earlier(earliestEnd, today)),
            LatestEnd = Later(start, Earlier(latestEnd, today)),
            Running = running,
            Purpose = DosePurposes.Of(patient, record, start),
            IsHighDose = drug.HasHighDose && (HighDose.IsHighDosePlanned(patient.Knowledge.Computations.Lines, record) || HighDose.IsOneOfHighDoses(patient.Knowledge.Computations.Lines, record, records)),
            RecordedLine = record.RecordedLine,
            RecordedRefractory = record.IsRecordedRefractory ? [basis] : [],
            Doses = record is { DoseAmount: { } amount, DoseUnit: { } unit } ? [(amount, unit)] : [],
            Basis = [basis],
        };
    }

    private static (DateOnly EarliestEnd, DateOnly LatestEnd, Truth Running) End(
        LineLimits limits, DrugRecord record, DateOnly start, DateOnly today, Drug drug, DrugRecord[] records)
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
        if (record.Source == DrugRecordSource.Request && !IsRecent(limits, record, today) && !records.Any(r => Renews(limits, r, record, today)))
            return (start, today, Truth.Unknown);
        return (today, today, Truth.True);
    }

    private static bool IsSingleDose(DrugRecord record) =>
        record.Source == DrugRecordSource.Administration || (record.Source == DrugRecordSource.Dispense && record.End is null);

    /// <summary>Whether an open request is so young that it proves that the drug runs.</summary>
    private static bool IsRecent(LineLimits limits, DrugRecord record, DateOnly today) =>
        record.Start is { } start && start.LatestDay >= today.PlusDays(-limits.ForgottenOrderDays);

    private static bool Renews(LineLimits limits, DrugRecord other, DrugRecord request, DateOnly today) =>
        !ReferenceEquals(other, request)
        && other.Source is DrugRecordSource.Dispense or DrugRecordSource.Administration or DrugRecordSource.Request
        && IsRecent(limits, other, today);

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
