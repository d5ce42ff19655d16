using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Criteria;

/// <summary>The administrative sex; unknown while it is not recorded.</summary>
/// <param name="Sex">Sex asked for.</param>
public sealed record SexIs(Sex Sex) : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient) =>
        patient.Record.Sex == Sex.Unknown ? Finding.Lacking(HistoryParts.Sex) : Finding.Of((patient.Record.Sex == Sex).ToTruth(), [], []);

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => [];
}
