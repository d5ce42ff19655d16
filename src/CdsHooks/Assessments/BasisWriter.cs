using System.Text.Json;
using Cds.CdsHooks.Wire;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Assessments;

/// <summary>
/// Writes a datum behind an answer. An exact number is a number; a bound is a number with <c>comparator</c>, a range has <c>low</c> and
/// <c>high</c>; findings are <c>present</c> or <c>absent</c>. Members without a value are left out.
/// </summary>
internal static class BasisWriter
{
    /// <summary>Writes the datum with what it was computed from.</summary>
    public static void Write(Utf8JsonWriter writer, Basis basis, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("fact", basis.Fact);
        writer.WriteString("title", basis.Title.In(language));
        WriteValue(writer, basis.Value);
        if (basis.Unit is { Length: > 0 } unit) writer.WriteString("unit", unit);
        if (basis.Date is { Length: > 0 } date) writer.WriteString("date", date);
        if (basis.Resource is { Length: > 0 } resource) writer.WriteString("resource", resource);
        if (basis.Comment is { } comment) writer.WriteString("comment", comment.In(language));
        writer.WriteFilledArray("from", basis.From, (target, source) => Write(target, source, language));
        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, FactValue? value)
    {
        switch (value)
        {
            case null:
                break;
            case QuantityValue quantity:
                WriteRange(writer, quantity.Range);
                break;
            case PresenceValue presence:
                writer.WriteString("value", presence.Present ? "present" : "absent");
                break;
            case CodeValue code:
                writer.WriteString("value", code.Code);
                break;
            default:
                throw new InvalidOperationException("Add the new kind of fact value to BasisWriter.");
        }
    }

    private static void WriteRange(Utf8JsonWriter writer, ValueRange range)
    {
        if (range.Exact is { } exact)
        {
            writer.WriteNumber("value", exact);
        }
        else if (range is { Low: { } low, High: { } high })
        {
            writer.WriteNumber("low", low);
            writer.WriteNumber("high", high);
        }
        else if (range.Low is { } lower)
        {
            writer.WriteNumber("value", lower);
            writer.WriteString("comparator", range.LowInclusive ? ">=" : ">");
        }
        else if (range.High is { } upper)
        {
            writer.WriteNumber("value", upper);
            writer.WriteString("comparator", range.HighInclusive ? "<=" : "<");
        }
    }
}
