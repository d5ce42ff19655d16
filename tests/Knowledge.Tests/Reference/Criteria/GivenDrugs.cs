using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>Criteria about what was given.</summary>
internal static class GivenDrugs
{
    public static Finding Of(GivenDrug criterion, PatientContext patient)
    {
        ClinicalDate? start = criterion.Since?.Date(patient);
        if (criterion.Since is { } since && start is null) return Finding.Lacking(since.Gaps(patient)) is { Missing.Count: > 0 } open ? open : Finding.Never;
        var doses = new List<(DrugRecordSource Source, Truth Counts)>();
        var basis = new List<Basis>();
        var measures = new List<string>();
        bool contradicted = false;
        // A report that says the same of the same time is the same dose told twice.
        foreach ((DrugRecord record, ClinicalDate first, ClinicalDate last, Basis datum) in Meant(criterion, patient)
            .GroupBy(d => d.Record.Source == DrugRecordSource.Statement ? (object)(d.Record.DrugId, d.First, d.Last, d.Record.DoseAmount, d.Record.DoseUnit) : d.Record).Select(same => same.First()))
        {
            (Truth isLarge, IReadOnlyList<string> missing) = IsLargeEnough(criterion, patient, record);
            Truth counts = IsInTime(criterion, patient, last).And(IsLongAgo(criterion, patient, first)).And(isLarge);
            if (start is { } from) counts = counts.And(SinceEvents.IsSince(first, from).Or(SinceEvents.IsSince(last, from)));
            if (counts == Truth.Unknown) measures.AddRange(missing.Except(measures));
            contradicted |= counts == Truth.False;
            if (counts == Truth.False) continue;
            basis.Add(datum);
            doses.Add((record.Source, counts));
        }

        int sure = criterion.Latest && (contradicted || doses.Any(d => d.Counts != Truth.True)) ? 0 : MostOfOneKind([.. doses.Where(d => d.Counts == Truth.True)]);
        int possible = MostOfOneKind(doses);
        IReadOnlyList<string> gaps = FirstDay(criterion, patient) is { } day
            ? patient.Gaps.Since(RecordedHistory.Medications, criterion.Drugs, day)
            : patient.Gaps.Ever(RecordedHistory.Medications, criterion.Drugs);
        Truth truth = sure >= criterion.Times && (!criterion.Latest || gaps.Count == 0) ? Truth.True : possible >= criterion.Times || gaps.Count > 0 ? Truth.Unknown : Truth.False;
        return Finding.Of(truth, basis, gaps.Count > 0 ? gaps : measures.Count > 0 ? measures : criterion.Drugs);
    }

    private static List<(DrugRecord Record, ClinicalDate First, ClinicalDate Last, Basis Basis)> Meant(GivenDrug criterion, PatientContext patient)
    {
        List<(DrugRecord Record, ClinicalDate First, ClinicalDate Last, Basis Basis)> doses = [.. patient.Therapy.Doses(patient.Counting(criterion.Drugs))];
        if (!criterion.Latest || doses.Count == 0) return doses;
        if (doses.Exists(d => d.Record.Source == DrugRecordSource.Administration)) doses.RemoveAll(d => d.Record.Source != DrugRecordSource.Administration);
        DateTime latest = doses.Max(d => d.Last.Earliest);
        return doses.FindAll(d => d.Last.Latest >= latest);
    }

    public static Finding Of(GivenTogether criterion, PatientContext patient)
    {
        ILookup<string, DosingPeriod> periods = patient.Therapy.AntiMyeloma.Where(p => !p.BelongsToTransplant && criterion.Drugs.Contains(p.DrugId)).ToLookup(p => p.DrugId);
        IReadOnlyList<string> gaps = patient.Gaps.Ever(RecordedHistory.Medications, criterion.Drugs);
        Finding found = gaps.Count == 0 ? Finding.Never : Finding.Lacking(gaps);
        foreach (DateOnly day in periods.SelectMany(drug => drug).Select(p => p.Start).Distinct().Order())
        {
            DosingPeriod[] then = [.. criterion.Drugs.Select(drug => periods[drug].Where(p => p.Covers(day)).MaxBy(p => p.EarliestEnd)).OfType<DosingPeriod>()];
            if (then.Length < criterion.Drugs.Count) continue;
            Basis[] basis = [.. then.SelectMany(p => p.Basis)];
            if (then.All(p => day <= p.EarliestEnd)) return Finding.Of(Truth.True, basis, []);
            found = Finding.Of(Truth.Unknown, basis, [.. then.Where(p => day > p.EarliestEnd).Select(p => p.DrugId)]);
        }

        return found;
    }

    private static int MostOfOneKind(IReadOnlyList<(DrugRecordSource Source, Truth Counts)> doses)
    {
        int administrations = doses.Count(d => d.Source == DrugRecordSource.Administration);
        return administrations > 0 ? administrations : doses.GroupBy(d => d.Source).Select(kind => kind.Count()).DefaultIfEmpty().Max();
    }

    private static DateOnly? FirstDay(GivenDrug criterion, PatientContext patient) =>
        criterion.WithinDays is { } days ? patient.AsOf.Day.PlusDays(-days)
        : criterion.WithinHours is { } hours ? DateOnly.FromDateTime(patient.AsOf.EarliestMoment.PlusHours(-hours))
        : null;

    private static Truth IsLongAgo(GivenDrug criterion, PatientContext patient, ClinicalDate first) => criterion.BeforeHours is not { } hours ? Truth.True
        : first.Latest <= patient.AsOf.EarliestMoment.PlusHours(-hours) ? Truth.True
        : first.Earliest > patient.AsOf.Moment.PlusHours(-hours) ? Truth.False
        : Truth.Unknown;

    private static Truth IsInTime(GivenDrug criterion, PatientContext patient, ClinicalDate last)
    {
        Truth inDays = criterion.WithinDays is { } days ? last.IsOnOrAfter(patient.AsOf.Day.PlusDays(-days)) : Truth.True;
        if (criterion.WithinHours is not { } hours) return inDays;
        Truth inHours = last.Earliest >= patient.AsOf.Moment.PlusHours(-hours) ? Truth.True
            : last.Latest < patient.AsOf.EarliestMoment.PlusHours(-hours) ? Truth.False
            : Truth.Unknown;
        return inDays.And(inHours);
    }

    private static (Truth Truth, IReadOnlyList<string> Missing) IsLargeEnough(GivenDrug criterion, PatientContext patient, DrugRecord record)
    {
        if (criterion.MinimumDose is not { } minimum) return (Truth.True, []);
        DoseSize given = DoseSize.Of(patient, record.DoseAmount, record.DoseUnit), limit = DoseSize.Of(patient, minimum, criterion.DoseUnit);
        (decimal? amount, decimal? least) = record.DoseUnit == criterion.DoseUnit ? (record.DoseAmount, minimum) : (given.Amount, limit.Amount);
        if (amount is null || least is null) return (criterion.DoseExclusive ? Truth.Unknown : Truth.True, record.DoseAmount is null ? [] : [.. given.Missing.Concat(limit.Missing).Distinct()]);
        return ((criterion.DoseExclusive ? amount > least : amount >= least).ToTruth(), []);
    }
}
