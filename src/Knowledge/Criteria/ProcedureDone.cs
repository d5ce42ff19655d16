using Cds.Knowledge.DerivedFacts;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Criteria;

/// <summary>One of the procedures was done. Closed-world when the procedures were read completely.</summary>
/// <param name="Procedures">Procedure ids.</param>
/// <param name="WithinDays">Only within so many days before the time asked about; null for ever.</param>
/// <param name="Since">Only on or after the latest such event; null for any time.</param>
public sealed record ProcedureDone(IReadOnlyList<string> Procedures, int? WithinDays, SinceEvent? Since = null) : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient)
    {
        ClinicalDate? start = Since?.Date(patient);
        if (Since is not null && start is null) return Finding.Never;
        var basis = new List<Basis>();
        Truth truth = patient.Record.KnownHistory.HasFlag(RecordedHistory.Procedures) ? Truth.False : Truth.Unknown;
        foreach (RecordedProcedure procedure in patient.Procedures(Procedures))
        {
            Truth counts = WithinDays is not { } days ? Truth.True
                : procedure.Performed is { } performed ? performed.IsOnOrAfter(patient.AsOf.Day.AddDays(-days)) : Truth.Unknown;
            if (start is { } s) counts = counts.And(procedure.Performed is { } done ? SinceEvents.IsSince(done, s) : Truth.Unknown);
            if (counts != Truth.False) basis.Add(Events.BasisOf(patient, procedure));
            truth = truth.Or(counts);
        }

        return Finding.Of(truth, basis, patient.Record.KnownHistory.HasFlag(RecordedHistory.Procedures) ? Procedures : [HistoryParts.Procedures]);
    }

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => Procedures.Select(p => new Reference(ReferenceKind.Procedure, p));
}
