namespace Cds.Knowledge.Values;

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

/// <summary>How comparison operators are written, applied and put in words.</summary>
internal static class Comparisons
{
    /// <summary>The operators by their keys in YAML.</summary>
    public static IReadOnlyList<(string Key, ComparisonOperator Operator)> Keys { get; } =
    [
        ("lt", ComparisonOperator.LessThan), ("lte", ComparisonOperator.AtMost), ("gt", ComparisonOperator.MoreThan),
        ("gte", ComparisonOperator.AtLeast), ("eq", ComparisonOperator.Equal),
    ];

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

    public static LocalizedText InWords(this ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.LessThan => new("{what} below {limit}", "{what} {limit}未満"),
        ComparisonOperator.AtMost => new("{what} {limit} or less", "{what} {limit}以下"),
        ComparisonOperator.MoreThan => new("{what} above {limit}", "{what} {limit}超"),
        ComparisonOperator.AtLeast => new("{what} {limit} or more", "{what} {limit}以上"),
        ComparisonOperator.Equal => new("{what} exactly {limit}", "{what} {limit}"),
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "Add the new operator to InWords."),
    };
}
