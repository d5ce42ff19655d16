using Cds.Knowledge.Criteria;

namespace Cds.Knowledge.Loading.Checks;

/// <summary>A threshold lies where values of its fact lie; elsewhere the comparison always holds, or never.</summary>
internal sealed class PlausibleThresholds : ISenseCheck
{
    /// <inheritdoc />
    public void Check(ContentRead content)
    {
        foreach (PlacedCriterion placed in content.Criteria())
        {
            string? defect = placed.Criterion switch
            {
                FactComparison test => Defect(content, test),
                FactLimit limit => Defect(content, limit),
                _ => null,
            };
            if (defect is not null) placed.Defect(content, defect);
        }
    }

    private static string? Defect(ContentRead content, FactComparison test)
    {
        if (content.Vocabulary.Facts.GetValueOrDefault(test.Fact) is not { PlausibleLow: { } low, PlausibleHigh: { } high } fact) return null;
        if (test.Threshold < low || test.Threshold > high) return Text($"the threshold {Number(test.Threshold)} lies outside what is plausible of '{fact.Id}'", fact);
        Interval possible = Interval.Between(low, high), holds = Interval.Of(test.Operator, test.Threshold);
        return holds.And(possible).IsEmpty ? Text($"the comparison with {Number(test.Threshold)} can never hold for '{fact.Id}'", fact)
            : holds.Covers(possible) ? Text($"the comparison with {Number(test.Threshold)} always holds for '{fact.Id}'", fact)
            : null;
    }

    private static string? Defect(ContentRead content, FactLimit test)
    {
        if (content.Vocabulary.Facts.GetValueOrDefault(test.Fact) is not { PlausibleLow: { } low, PlausibleHigh: { } high } fact) return null;
        if ((test.Upper ? fact.UpperLimit : fact.LowerLimit) is not { } limit) return null;
        decimal[] limits = [limit.Male, limit.Female];
        bool reached = test.Upper ? limits.Any(l => l * test.Times + test.ByMoreThan < high) : limits.Any(l => l * test.Times - test.ByMoreThan > low);
        return reached ? null : Text($"no plausible value of '{fact.Id}' lies so far from its limit", fact);
    }

    private static string Text(string what, FactDefinition fact) =>
        $"{what} ({Number(fact.PlausibleLow!.Value)}-{Number(fact.PlausibleHigh!.Value)}{(fact.Unit is { } unit ? " " + unit : "")})";

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
