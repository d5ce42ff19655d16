namespace Cds.Knowledge.Values;

/// <summary>What a number can be that was rounded for printing: 0.01 is anything from 0.005 to 0.015. Trailing zeros count (0.10 is finer than 0.1).</summary>
public static class PrintedNumber
{
    /// <summary>The numbers that are printed so, the ends included: laboratories round the half up or to the even digit. A ratio is never negative.</summary>
    public static ValueRange Of(decimal printed)
    {
        var half = new decimal(5, 0, 0, false, (byte)Math.Min(printed.Scale + 1, 28));
        return new ValueRange(Math.Max(0m, printed - half), true, printed + half, true);
    }
}
