using System.Diagnostics.CodeAnalysis;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Units;

/// <summary>Brings a measured value to the canonical unit of its fact.</summary>
public static class UnitConversion
{
    /// <summary>
    /// The value in the fact's canonical unit; null when the unit is not one that the fact accepts. Units are compared as UCUM codes after
    /// <see cref="UnitSpellings.ToUcum"/>; upper and lower case count (UCUM is case-sensitive), except where the spellings list says otherwise. A unit
    /// that differs from an accepted one only in its metric prefixes is accepted too.
    /// </summary>
    public static ValueRange? ToCanonical(this FactDefinition fact, ValueRange value, string unit, UnitSpellings spellings)
    {
        string ucum = spellings.ToUcum(unit);
        if (!fact.Units.TryGetValue(unit, out UnitFactor? factor) && !fact.Units.TryGetValue(ucum, out factor) && !Scaled(fact, ucum, out factor)) return null;
        ValueRange shifted = factor.Subtract == 0m ? value : value.Plus(-factor.Subtract);
        return factor.Factor == 1m ? shifted : shifted.Times(factor.Factor);
    }

    private static bool Scaled(FactDefinition fact, string ucum, [NotNullWhen(true)] out UnitFactor? factor)
    {
        foreach ((string accepted, UnitFactor known) in fact.Units)
        {
            if (MetricRatio.Between(ucum, accepted) is not { } ratio) continue;
            factor = known with { Factor = known.Factor * ratio };
            return true;
        }

        factor = null;
        return false;
    }

    /// <summary>Whether a canonical value can be real at all; bounds are judged by the end they have.</summary>
    public static bool IsPlausible(this FactDefinition fact, ValueRange value) =>
        !(fact.PlausibleLow is { } low && value.IsLessThan(low) == Truth.True)
        && !(fact.PlausibleHigh is { } high && value.IsMoreThan(high) == Truth.True);
}
