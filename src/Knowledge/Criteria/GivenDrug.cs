using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Criteria;

/// <summary>
/// One of the drugs was given (so often) in a time, in doses of a size when asked for. A record without a dose counts as large enough (with
/// <c>dose-gt</c> it leaves the answer unknown); where
/// hours decide and only days are known, a dose whose day straddles the limit leaves the answer unknown.
/// </summary>
/// <param name="Drugs">Drug ids.</param>
public sealed record GivenDrug(IReadOnlyList<string> Drugs) : Criterion
{
    /// <summary>Days before the time asked about; null for any time.</summary>
    public int? WithinDays { get; init; }

    /// <summary>Hours before the time asked about; null for any time.</summary>
    public int? WithinHours { get; init; }

    /// <summary>Smallest single dose that counts, or null.</summary>
    public decimal? MinimumDose { get; init; }

    /// <summary>UCUM unit of the dose.</summary>
    public string? DoseUnit { get; init; }

    /// <summary>Whether the dose has to be larger than <see cref="MinimumDose"/>.</summary>
    public bool DoseExclusive { get; init; }

    /// <summary>How many records have to count.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Only on or after the latest such event.</summary>
    public SinceEvent? Since { get; init; }

    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient)
    {
        ClinicalDate? start = Since?.Date(patient);
        if (Since is not null && start is null) return Finding.Never;
        int sure = 0;
        int possible = 0;
        var basis = new List<Basis>();
        foreach ((DrugRecord record, ClinicalDate first, ClinicalDate last, Basis datum) in patient.Therapy.Doses(Drugs))
        {
            Truth counts = IsInTime(patient, last).And(IsLargeEnough(record));
            if (start is { } from) counts = counts.And(SinceEvents.IsSince(first, from).Or(SinceEvents.IsSince(last, from)));
            if (counts == Truth.False) continue;
            basis.Add(datum);
            possible++;
            if (counts == Truth.True) sure++;
        }

        Truth truth = sure >= Times ? Truth.True : possible >= Times || !patient.Therapy.IsComplete ? Truth.Unknown : Truth.False;
        return Finding.Of(truth, basis, patient.Therapy.IsComplete ? Drugs : [HistoryParts.Medications]);
    }

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => Drugs.Select(d => new Reference(ReferenceKind.Drug, d));

    private Truth IsInTime(PatientContext patient, ClinicalDate last)
    {
        Truth inDays = WithinDays is { } days ? last.IsOnOrAfter(patient.AsOf.Day.AddDays(-days)) : Truth.True;
        if (WithinHours is not { } hours) return inDays;
        DateTime end = patient.AsOf.Moment;
        DateTime begin = end.TimeOfDay == TimeOnly.MaxValue.ToTimeSpan() ? end.Date : end;
        Truth inHours = last.Earliest >= end.AddHours(-hours) ? Truth.True : last.Latest < begin.AddHours(-hours) ? Truth.False : Truth.Unknown;
        return inDays.And(inHours);
    }

    private Truth IsLargeEnough(DrugRecord record)
    {
        if (MinimumDose is not { } minimum) return Truth.True;

        // Whether an unrecorded dose exceeds a limit nobody can tell; one that has to reach the usual dose is taken to do so.
        if (record is not { DoseAmount: { } amount } || record.DoseUnit != DoseUnit) return DoseExclusive ? Truth.Unknown : Truth.True;
        return (DoseExclusive ? amount > minimum : amount >= minimum).ToTruth();
    }
}
