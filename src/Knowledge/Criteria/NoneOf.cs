using Cds.Knowledge.Evaluation;

namespace Cds.Knowledge.Criteria;

/// <summary>No part holds; one true part disproves it.</summary>
/// <param name="Parts">Parts.</param>
public sealed record NoneOf(IReadOnlyList<Criterion> Parts) : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient) => Finding.Any([.. Parts.Select(p => p.Evaluate(patient))]).Negated();

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => Parts.SelectMany(p => p.References());

    /// <inheritdoc />
    public override IEnumerable<Criterion> Children() => Parts;
}
