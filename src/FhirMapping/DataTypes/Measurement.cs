using Cds.FhirMapping.Numbers;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.DataTypes;

/// <summary>A number or bound with the unit it was sent in.</summary>
/// <param name="Range">The possible numbers.</param>
/// <param name="Units">Units as sent, the most reliable first (UCUM code, then the unit's text); empty when there is none.</param>
internal readonly record struct Measurement(ValueRange Range, UnitsAsSent Units)
{
    /// <summary>As a reader writes it.</summary>
    public string Text => Units.Count > 0 ? $"{Range} {Units[0]}" : Range.ToString();

    /// <summary>Reads a Quantity; null when it has no usable number.</summary>
    public static Measurement? ReadQuantity(Quantity? quantity)
    {
        if (quantity?.ValueElement.Number() is not { } number || !WrittenNumber.IsUsable(number)) return null;
        ValueRange? range = quantity.ComparatorElement.Text() switch
        {
            null when quantity.ComparatorElement is null => ValueRange.Exactly(number),
            "<" => ValueRange.LessThan(number),
            "<=" => ValueRange.AtMost(number),
            ">=" => ValueRange.AtLeast(number),
            ">" => ValueRange.MoreThan(number),
            _ => null,
        };
        return range is { } read ? new Measurement(read, UnitsAsSent.Of(quantity.CodeElement.Text(), quantity.UnitElement.Text())) : null;
    }

    /// <summary>Reads a Range; null when it has no usable end. Both ends must be in the same unit.</summary>
    public static Measurement? ReadRange(Hl7.Fhir.Model.Range range)
    {
        Measurement? low = ReadQuantity(range.Low);
        Measurement? high = ReadQuantity(range.High);
        if (low is null && high is null) return null;
        UnitsAsSent units = low is { Units.Count: > 0 } ? low.Value.Units : high?.Units ?? UnitsAsSent.None;
        if (low is { Units: { Count: > 0 } lowest } && high is { Units: { Count: > 0 } highest } && lowest[0] != highest[0]) return null;
        return new Measurement(new ValueRange(low?.Range.Low, low is not null, high?.Range.High, high is not null), units);
    }

    /// <summary>Reads a number with an optional comparator and unit from text (<c>&lt; 3.0 mg/L</c>, <c>10未満</c>); null when it is no such text.</summary>
    public static Measurement? ReadText(string text)
    {
        Measurement? measurement = ReadText(text, NumberContext.Unknown);
        // Without a unit "1-2" may be a score, a date or a code as well as a range.
        return measurement is { Units.Count: 0, Range: { IsExact: false, Low: not null, High: not null } } ? null : measurement;
    }

    /// <summary>The same for a value of a known fact: its plausible range settles what a comma means.</summary>
    public static Measurement? ReadText(string text, NumberContext context)
    {
        NumberReading reading = NumberText.Read(text, context);
        return reading.Range is { } range ? new Measurement(range, UnitsAsSent.Of(reading.Unit, null)) : null;
    }
}
