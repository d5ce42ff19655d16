namespace Cds.FhirMapping.Numbers;

/// <summary>Which side of a printed number the value lies on.</summary>
internal enum Comparator
{
    /// <summary>The number itself.</summary>
    Exactly,

    /// <summary>Below it.</summary>
    LessThan,

    /// <summary>Below it or the number itself.</summary>
    AtMost,

    /// <summary>Above it.</summary>
    MoreThan,

    /// <summary>Above it or the number itself.</summary>
    AtLeast,
}

/// <summary>What comparators leave possible.</summary>
internal static class ComparatorExtensions
{
    /// <summary>The values that a number with this comparator allows.</summary>
    public static ValueRange Range(this Comparator comparator, decimal number) => comparator switch
    {
        Comparator.Exactly => ValueRange.Exactly(number),
        Comparator.LessThan => ValueRange.LessThan(number),
        Comparator.AtMost => ValueRange.AtMost(number),
        Comparator.MoreThan => ValueRange.MoreThan(number),
        Comparator.AtLeast => ValueRange.AtLeast(number),
        _ => throw new ArgumentOutOfRangeException(nameof(comparator), comparator, "Add the new comparator."),
    };
}
