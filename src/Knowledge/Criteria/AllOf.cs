using Cds.Knowledge.Evaluation;

namespace Cds.Knowledge.Criteria;

/// <summary>Every part holds; one false part decides.</summary>
/// <param name="Parts">Parts.</param>
public sealed record AllOf(IReadOnlyList<Criterion> Parts) : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient) => Finding.All([.. Parts.Select(p => p.Evaluate(patient))]);

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => Parts.SelectMany(p => p.References());

    /// <inheritdoc />
    public override IEnumerable<Criterion> Children() => Parts;
}
