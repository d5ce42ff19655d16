using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Criteria;

/// <summary>An allergy to one of the drugs is recorded. Closed-world when the allergies were read completely.</summary>
/// <param name="Drugs">Drug ids.</param>
public sealed record AllergyRecorded(IReadOnlyList<string> Drugs) : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient)
    {
        Basis[] basis = [.. patient.Record.Allergies
            .Where(a => Drugs.Contains(a.DrugId) && patient.HasBegun(a.Recorded))
            .Select(a => new Basis { Fact = a.DrugId, Title = patient.Knowledge.Drugs[a.DrugId].Title, Date = a.Recorded?.Text, Resource = a.Resource })];
        Truth truth = basis.Length > 0 ? Truth.True : patient.Record.KnownHistory.HasFlag(RecordedHistory.Allergies) ? Truth.False : Truth.Unknown;
        return Finding.Of(truth, basis, [HistoryParts.Allergies]);
    }

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => Drugs.Select(d => new Reference(ReferenceKind.Allergy, d));
}
