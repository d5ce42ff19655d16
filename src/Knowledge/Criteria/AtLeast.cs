using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Criteria;

/// <summary>So many of the parts hold.</summary>
/// <param name="Count">How many, from 1.</param>
/// <param name="Parts">Parts.</param>
public sealed record AtLeast(int Count, IReadOnlyList<Criterion> Parts) : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient)
    {
        Finding[] findings = [.. Parts.Select(p => p.Evaluate(patient))];
        int holding = findings.Count(f => f.Truth == Truth.True);
        int open = findings.Count(f => f.Truth == Truth.Unknown);
        Truth truth = holding >= Count ? Truth.True : holding + open < Count ? Truth.False : Truth.Unknown;
        return Finding.Combine(findings, truth, Truth.True);
    }

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => Parts.SelectMany(p => p.References());

    /// <inheritdoc />
    public override IEnumerable<Criterion> Children() => Parts;
}
