using Cds.Knowledge.Evaluation;

namespace Cds.Knowledge.Criteria;

/// <summary>At least one part holds; one true part decides.</summary>
/// <param name="Parts">Parts.</param>
public sealed record AnyOf(IReadOnlyList<Criterion> Parts) : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient) => Finding.Any([.. Parts.Select(p => p.Evaluate(patient))]);

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => Parts.SelectMany(p => p.References());

    /// <inheritdoc />
    public override IEnumerable<Criterion> Children() => Parts;
}
