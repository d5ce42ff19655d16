namespace Cds.Knowledge.Values;

/// <summary>
/// The numbers that a measurement allows: one number for an exact result, a half-open range for a result with a comparator
/// (<c>&lt; 3.0</c>). Comparisons are three-valued; decimals are compared exactly, never after rounding.
/// </summary>
/// <param name="Low">Lower end; null when nothing bounds the value from below.</param>
/// <param name="LowInclusive">Whether <paramref name="Low"/> itself is possible.</param>
/// <param name="High">Upper end; null when nothing bounds the value from above.</param>
/// <param name="HighInclusive">Whether <paramref name="High"/> itself is possible.</param>
public readonly record struct ValueRange(decimal? Low, bool LowInclusive, decimal? High, bool HighInclusive)
{
    /// <summary>A result that is known exactly.</summary>
    public static ValueRange Exactly(decimal value) => new(value, true, value, true);

    /// <summary>A result reported as <c>&gt;= value</c>.</summary>
    public static ValueRange AtLeast(decimal value) => new(value, true, null, false);

    /// <summary>A result reported as <c>&gt; value</c>.</summary>
    public static ValueRange MoreThan(decimal value) => new(value, false, null, false);

    /// <summary>A result reported as <c>&lt;= value</c>.</summary>
    public static ValueRange AtMost(decimal value) => new(null, false, value, true);

    /// <summary>A result reported as <c>&lt; value</c>.</summary>
    public static ValueRange LessThan(decimal value) => new(null, false, value, false);

    /// <summary>Whether the range is one number.</summary>
    public bool IsExact => Low is { } low && High == low;

    /// <summary>The number when it is exact, otherwise null.</summary>
    public decimal? Exact => IsExact ? Low : null;

    /// <summary>Whether every possible value is below <paramref name="threshold"/>.</summary>
    public Truth IsLessThan(decimal threshold)
    {
        if (High is { } high && (high < threshold || (high == threshold && !HighInclusive))) return Truth.True;
        if (Low is { } low && low >= threshold) return Truth.False;
        return Truth.Unknown;
    }

    /// <summary>Whether every possible value is below or equal to <paramref name="threshold"/>.</summary>
    public Truth IsAtMost(decimal threshold)
    {
        if (High is { } high && high <= threshold) return Truth.True;
        if (Low is { } low && (low > threshold || (low == threshold && !LowInclusive))) return Truth.False;
        return Truth.Unknown;
    }

    /// <summary>Whether every possible value is above <paramref name="threshold"/>.</summary>
    public Truth IsMoreThan(decimal threshold) => IsAtMost(threshold).Not();

    /// <summary>Whether every possible value is above or equal to <paramref name="threshold"/>.</summary>
    public Truth IsAtLeast(decimal threshold) => IsLessThan(threshold).Not();

    /// <summary>The range after multiplying by a positive factor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The factor is zero or negative.</exception>
    public ValueRange Times(decimal factor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(factor);
        return new ValueRange(Low * factor, LowInclusive, High * factor, HighInclusive);
    }

    /// <summary>The range shifted by an amount.</summary>
    public ValueRange Plus(decimal amount) => new(Low + amount, LowInclusive, High + amount, HighInclusive);

    /// <summary>The sums of any possible value of this range with any possible value of the other.</summary>
    public ValueRange Plus(ValueRange other) =>
        new(Low + other.Low, LowInclusive && other.LowInclusive, High + other.High, HighInclusive && other.HighInclusive);

    /// <summary>The mirrored range (each possible value negated).</summary>
    public ValueRange Negated() => new(-High, HighInclusive, -Low, LowInclusive);

    /// <summary>The differences of any possible value of this range and any possible value of the other.</summary>
    public ValueRange Minus(ValueRange other) => Plus(other.Negated());

    /// <summary>
    /// The quotients of two ranges of positive numbers; an unbounded divisor gives a lower end of zero, an unbounded or
    /// zero divisor from below gives no upper end.
    /// </summary>
    public ValueRange DividedBy(ValueRange divisor)
    {
        decimal? low = Low is { } l && divisor.High is { } h && h > 0 ? Quotient(l, h) : Low is null ? null : 0m;
        decimal? high = High is { } u && divisor.Low is { } d && d > 0 ? Quotient(u, d) : null;
        bool lowInclusive = Low is not null && divisor.High is not null && LowInclusive && divisor.HighInclusive;
        bool highInclusive = high is not null && HighInclusive && divisor.LowInclusive;
        return new ValueRange(low, lowInclusive, high, highInclusive);
    }

    // A quotient that no decimal holds stays the largest one: above every limit, as it is.
    private static decimal Quotient(decimal number, decimal divisor) =>
        divisor < 1m && number > decimal.MaxValue * divisor ? decimal.MaxValue : number / divisor;

    /// <summary>The value as a reader writes it, culture-invariant: <c>3.4</c>, <c>&lt; 3.0</c>, <c>1 to 2</c>.</summary>
    public override string ToString()
    {
        static string Text(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
        if (IsExact) return Text(Low!.Value);
        return (Low, High) switch
        {
            ({ } low, null) => (LowInclusive ? ">= " : "> ") + Text(low),
            (null, { } high) => (HighInclusive ? "<= " : "< ") + Text(high),
            ({ } low, { } high) => $"{Text(low)} to {Text(high)}",
            (null, null) => "any",
        };
    }
}
