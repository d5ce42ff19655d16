using Cds.Knowledge.Values;

namespace Cds.Knowledge.Criteria;

/// <summary>Comparison operators.</summary>
public enum ComparisonOperator
{
    /// <summary>Below.</summary>
    LessThan,

    /// <summary>At most.</summary>
    AtMost,

    /// <summary>Above.</summary>
    MoreThan,

    /// <summary>At least.</summary>
    AtLeast,

    /// <summary>Exactly.</summary>
    Equal,
}

/// <summary>Applies comparison operators.</summary>
internal static class Comparing
{
    public static Truth Compare(this ComparisonOperator comparison, ValueRange range, decimal threshold) => comparison switch
    {
        ComparisonOperator.LessThan => range.IsLessThan(threshold),
        ComparisonOperator.AtMost => range.IsAtMost(threshold),
        ComparisonOperator.MoreThan => range.IsMoreThan(threshold),
        ComparisonOperator.AtLeast => range.IsAtLeast(threshold),
        ComparisonOperator.Equal => range.IsExact
            ? (range.Low == threshold).ToTruth()
            : range.IsAtLeast(threshold).And(range.IsAtMost(threshold)),
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "Add the new operator to Compare."),
    };
}
