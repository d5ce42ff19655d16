using Cds.Knowledge.Units;

namespace Cds.FhirMapping.Numbers;

/// <summary>Why a number of a fact in a text is not used.</summary>
internal enum FactNumberFault
{
    /// <summary>The text is no number that can be read with certainty.</summary>
    Unreadable,

    /// <summary>A number without the unit that the fact needs.</summary>
    NoUnit,

    /// <summary>A unit that cannot be converted, or could be two units.</summary>
    Unit,

    /// <summary>Outside what is physically possible, or a fraction of a count.</summary>
    Implausible,
}

/// <summary>The value of a fact that a text says, in the fact's own unit.</summary>
/// <param name="Range">The possible values; null when the text is not used.</param>
/// <param name="Measurement">The number as written with its unit; null when no number was read.</param>
/// <param name="Fault">Why the text is not used; null when it is.</param>
internal sealed record FactNumber(ValueRange? Range, Measurement? Measurement, FactNumberFault? Fault)
{
    /// <summary>Reads a text as a value of a fact: a measurement with its unit, a score, a grade or a count.</summary>
    public static FactNumber Read(FactDefinition fact, string text, NumberContext context)
    {
        UnitSpellings spellings = context.Spellings;
        if ((ScoreText.Applies(fact) ? ScoreText.Read(fact, text, context) : DataTypes.Measurement.ReadText(text, context)) is not { } measurement)
            return new FactNumber(null, null, FactNumberFault.Unreadable);
        if (Canonical(fact, measurement, spellings) is not { } range)
            return new FactNumber(null, measurement, measurement.Units.Count == 0 ? FactNumberFault.NoUnit : FactNumberFault.Unit);
        bool isFraction = fact.Kind == FactKind.Count && range.Exact is { } count && decimal.Truncate(count) != count;
        return isFraction || !fact.IsPlausible(range) ? new FactNumber(null, measurement, FactNumberFault.Implausible) : new FactNumber(range, measurement, null);
    }

    private static ValueRange? Canonical(FactDefinition fact, Measurement measurement, UnitSpellings spellings)
    {
        if (fact.Unit is null) return measurement.Units.Count == 0 || measurement.Units.Any(spellings.IsDimensionless) ? measurement.Range : null;
        return measurement.Units.Count > 0 ? fact.ToCanonical(measurement.Range, measurement.Units[0], spellings) : null;
    }
}
