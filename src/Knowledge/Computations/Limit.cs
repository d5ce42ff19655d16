using Cds.Knowledge.Documents;

namespace Cds.Knowledge.Computations;

/// <summary>
/// A number of a clinical rule that code computes with (<c>computations/*.yaml</c>): a threshold, a window, a share. Evaluation, criteria and the texts for
/// readers all take it from here.
/// </summary>
/// <param name="Id">Stable id; texts show it where they say <c>{id}</c>.</param>
/// <param name="Title">What it decides.</param>
/// <param name="Value">The number as written, in the unit.</param>
/// <param name="Unit">UCUM unit; null for a plain number.</param>
/// <param name="Operator">How a value is held against it; null where it is no threshold (a window, an amount to compute with).</param>
/// <param name="Citations">Where it comes from.</param>
public sealed record Limit(string Id, LocalizedText Title, decimal Value, string? Unit, ComparisonOperator? Operator, IReadOnlyList<Citation> Citations)
{
    /// <summary>The number with its unit, for texts: <c>50 %</c>, <c>60 days</c>.</summary>
    public LocalizedText Text => LimitText.Of(Value, Unit);
}
