namespace Cds.Knowledge.Computations;

/// <summary>A threshold with the operator that its source prints; for numbers that are known exactly, as points of a series are.</summary>
/// <param name="Operator">How a value is held against it.</param>
/// <param name="Value">The threshold; a share is a part of one (<c>50 %</c> is 0.5).</param>
public readonly record struct Threshold(ComparisonOperator Operator, decimal Value)
{
    /// <summary>Whether a value meets it; no value meets none.</summary>
    public bool IsMetBy(decimal? value) => value is { } number && Holds(number, Value);

    /// <summary>Whether one of the numbers that a result allows meets it.</summary>
    public bool MayBeMetBy(ValueRange range) => Operator.Compare(range, Value) != Truth.False;

    /// <summary>For a share: whether a value has risen by it over an earlier one.</summary>
    public bool IsRise(decimal from, decimal to) => Holds(to, from * (1m + Value));

    private bool Holds(decimal number, decimal threshold) => Operator switch
    {
        ComparisonOperator.LessThan => number < threshold,
        ComparisonOperator.AtMost => number <= threshold,
        ComparisonOperator.MoreThan => number > threshold,
        ComparisonOperator.AtLeast => number >= threshold,
        ComparisonOperator.Equal => number == threshold,
        _ => throw new InvalidOperationException("Add the new operator to Threshold."),
    };
}
