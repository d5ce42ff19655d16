using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Criteria;

/// <summary>Another conclusion has one of the values; its possible values are carried along.</summary>
/// <param name="Conclusion">Conclusion id.</param>
/// <param name="Codes">Values that satisfy it.</param>
public sealed record ConclusionIs(string Conclusion, IReadOnlyList<string> Codes) : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient) =>
        patient.Outcome(Conclusion).Ask(answer => answer is CodeAnswer code && Codes.Contains(code.Code));

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => [new(ReferenceKind.Conclusion, Conclusion)];
}

/// <summary>Another, numeric conclusion compares with a number.</summary>
/// <param name="Conclusion">Conclusion id.</param>
/// <param name="Operator">Operator.</param>
/// <param name="Threshold">Number.</param>
public sealed record ConclusionComparison(string Conclusion, ComparisonOperator Operator, decimal Threshold) : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient) => patient.Outcome(Conclusion)
        .Ask(answer => answer is NumberAnswer number && Operator.Compare(ValueRange.Exactly(number.Number), Threshold) == Truth.True);

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => [new(ReferenceKind.Conclusion, Conclusion)];
}

/// <summary>A list-valued conclusion contains a member.</summary>
/// <param name="Conclusion">Conclusion id.</param>
/// <param name="Member">Member id.</param>
public sealed record ConclusionContains(string Conclusion, string Member) : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient) => patient.Outcome(Conclusion).Contains(Member);

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => [new(ReferenceKind.Conclusion, Conclusion)];
}

/// <summary>A list-valued conclusion has any member.</summary>
/// <param name="Conclusion">Conclusion id.</param>
public sealed record ConclusionHasAny(string Conclusion) : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient) => patient.Outcome(Conclusion).HasAny();

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => [new(ReferenceKind.Conclusion, Conclusion)];
}

/// <summary>A conclusion is determined. Never unknown: it asks about the record.</summary>
/// <param name="Conclusion">Conclusion id.</param>
public sealed record ConclusionKnown(string Conclusion) : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient) =>
        patient.Outcome(Conclusion).Conclusion is { Value: not null } conclusion ? Finding.Of(Truth.True, conclusion.Basis, []) : Finding.Never;

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => [new(ReferenceKind.Conclusion, Conclusion)];
}
