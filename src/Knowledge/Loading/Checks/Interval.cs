using Cds.Knowledge.Criteria;

namespace Cds.Knowledge.Loading.Checks;

/// <summary>The numbers for which comparisons hold; an end that is null is open.</summary>
internal readonly record struct Interval(decimal? Low, bool LowIncluded, decimal? High, bool HighIncluded)
{
    /// <summary>Every number.</summary>
    public static readonly Interval Everything = new(null, false, null, false);

    /// <summary>Whether no number is in it.</summary>
    public bool IsEmpty => Low is { } low && High is { } high && (low > high || (low == high && !(LowIncluded && HighIncluded)));

    /// <summary>The numbers for which one comparison holds.</summary>
    public static Interval Of(ComparisonOperator comparison, decimal threshold) => comparison switch
    {
        ComparisonOperator.LessThan => new(null, false, threshold, false),
        ComparisonOperator.AtMost => new(null, false, threshold, true),
        ComparisonOperator.MoreThan => new(threshold, false, null, false),
        ComparisonOperator.AtLeast => new(threshold, true, null, false),
        ComparisonOperator.Equal => new(threshold, true, threshold, true),
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "Add the new operator to Interval."),
    };

    /// <summary>Both ends included.</summary>
    public static Interval Between(decimal low, decimal? high) => new(low, true, high, true);

    /// <summary>The band of one fact that a criterion stands for; null when it asks for anything else too.</summary>
    public static (string Fact, FactTime At, Interval Band)? BandOf(Criterion? criterion)
    {
        FactComparison[] tests = criterion switch
        {
            FactComparison one => [one],
            // That a value is known says nothing about its size.
            AllOf all when all.Parts.All(p => p is FactComparison or FactKnown) => [.. all.Parts.OfType<FactComparison>()],
            _ => [],
        };
        if (tests.Length == 0 || tests.Select(t => (t.Fact, t.At)).Distinct().Count() > 1) return null;
        return (tests[0].Fact, tests[0].At, tests.Aggregate(Everything, (band, test) => band.And(Of(test.Operator, test.Threshold))));
    }

    /// <summary>The numbers in both.</summary>
    public Interval And(Interval other)
    {
        (decimal? low, bool lowIncluded) = Low is null || other.Low > Low || (other.Low == Low && !other.LowIncluded) ? (other.Low, other.LowIncluded) : (Low, LowIncluded);
        if (other.Low is null) (low, lowIncluded) = (Low, LowIncluded);
        (decimal? high, bool highIncluded) = High is null || other.High < High || (other.High == High && !other.HighIncluded) ? (other.High, other.HighIncluded) : (High, HighIncluded);
        if (other.High is null) (high, highIncluded) = (High, HighIncluded);
        return new Interval(low, lowIncluded, high, highIncluded);
    }

    /// <summary>Whether a number lies between this interval and a higher one, in neither.</summary>
    public bool LeavesGapBefore(Interval higher) =>
        High is { } end && higher.Low is { } start && (end < start || (end == start && !HighIncluded && !higher.LowIncluded));

    /// <summary>Whether it holds every number of the other.</summary>
    public bool Covers(Interval other) => other.IsEmpty || And(other) == other;
}
