using System.Globalization;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.FhirMapping.Tests.Field;

/// <summary>What a row of the field cases expects, and what reading gives.</summary>
internal static class FieldResult
{
    public const string NotUsed = "not-used";

    /// <summary>Whether a value is one of the expected ones (separated by <c>|</c>, comparator first, then the number and the unit); numbers to three decimals.</summary>
    public static void Is(string expected, ValueRange? range, string id)
    {
        string said = range is { } read ? Text(read) : NotUsed;
        Assert.True(expected.Split('|').Any(one => Number(one) == said), $"{id}: {said}, not {expected}");
    }

    /// <summary>The one value of the fact in what was read; null when there is none.</summary>
    public static ValueRange? Observed(PatientFacts facts, string fact) =>
        facts.Observations.SingleOrDefault(o => o.FactId == fact)?.Value is QuantityValue quantity ? quantity.Range : null;

    private static string Number(string expected) => expected == NotUsed ? NotUsed : Text(Parse(expected.Split(' ')[0]));

    private static ValueRange Parse(string text) => text switch
    {
        ['<', '=', .. var number] => ValueRange.AtMost(Decimal(number)),
        ['>', '=', .. var number] => ValueRange.AtLeast(Decimal(number)),
        ['<', .. var number] => ValueRange.LessThan(Decimal(number)),
        ['>', .. var number] => ValueRange.MoreThan(Decimal(number)),
        _ when text.IndexOf("..", StringComparison.Ordinal) is > 0 and var dots => new ValueRange(Decimal(text[..dots]), true, Decimal(text[(dots + 2)..].TrimStart('<')), !text.Contains("..<", StringComparison.Ordinal)),
        _ => ValueRange.Exactly(Decimal(text)),
    };

    private static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(ValueRange range)
    {
        ValueRange rounded = range with { Low = range.Low is { } low ? decimal.Round(low, 3) : null, High = range.High is { } high ? decimal.Round(high, 3) : null };
        return range.IsExact || range.Low is null || range.High is null ? rounded.ToString() : $"{rounded}{(range.LowInclusive ? "" : " low open")}{(range.HighInclusive ? "" : " high open")}";
    }
}
