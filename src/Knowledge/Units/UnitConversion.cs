namespace Cds.Knowledge.Units;

/// <summary>Brings a measured value to the canonical unit of its fact.</summary>
public static class UnitConversion
{
    /// <summary>
    /// The value in the fact's canonical unit; null when the unit is not one that the fact accepts, or could be two of them. A UCUM code of the fact counts as it is;
    /// other texts are read by <see cref="UnitSpellings.Readings"/>. A unit that differs from an accepted one by a power of ten only is accepted too.
    /// </summary>
    public static ValueRange? ToCanonical(this FactDefinition fact, ValueRange value, string unit, UnitSpellings spellings)
    {
        return fact.FactorOf(unit, spellings) is { } factor ? factor.Apply(value) : null;
    }

    /// <summary>The value on the canonical scale.</summary>
    public static ValueRange Apply(this UnitFactor factor, ValueRange value)
    {
        ValueRange shifted = factor.Subtract == 0m ? value : value.Plus(-factor.Subtract);
        return factor.Factor == 1m ? shifted : shifted.Times(factor.Factor);
    }

    /// <summary>How a unit as sent becomes the canonical one; null when it cannot, or when its spelling leaves two conversions open.</summary>
    public static UnitFactor? FactorOf(this FactDefinition fact, string unit, UnitSpellings spellings)
    {
        if (fact.Units.TryGetValue(unit, out UnitFactor? exact)) return exact;
        return FactorsOf(fact, spellings.Readings(unit)) is [var only] ? only : null;
    }

    /// <summary>All conversions that the readings of a unit leave open for a fact.</summary>
    internal static IReadOnlyList<UnitFactor> FactorsOf(FactDefinition fact, IReadOnlyList<string> readings)
    {
        var factors = new List<UnitFactor>(1);
        foreach (string reading in readings)
        {
            if (Accepted(fact, reading) is { } factor && !factors.Contains(factor)) factors.Add(factor);
        }

        return factors;
    }

    /// <summary>Whether a canonical value can be real at all; bounds are judged by the end they have.</summary>
    public static bool IsPlausible(this FactDefinition fact, ValueRange value) =>
        !(fact.PlausibleLow is { } low && value.IsLessThan(low) == Truth.True)
        && !(fact.PlausibleHigh is { } high && value.IsMoreThan(high) == Truth.True);

    private static UnitFactor? Accepted(FactDefinition fact, string ucum)
    {
        if (fact.Units.TryGetValue(ucum, out UnitFactor? listed)) return listed;
        foreach ((string accepted, UnitFactor known) in fact.Units)
        {
            if (MetricRatio.Between(ucum, accepted) is { } ratio) return known with { Factor = known.Factor * ratio };
        }

        return null;
    }
}
