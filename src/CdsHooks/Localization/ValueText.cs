using Cds.Knowledge.Facts;
using Cds.Knowledge.Wording;

namespace Cds.CdsHooks.Localization;

/// <summary>Values as readers see them.</summary>
internal static class ValueText
{
    private const int MostMeasuredDecimals = 4, ShownDecimals = 2;

    /// <summary>The value of a datum with its unit; a record that only has to exist is "recorded".</summary>
    public static string Of(Basis basis, Language language) => basis.Value switch
    {
        null => CardPhrases.Recorded.In(language),
        QuantityValue quantity => Of(quantity.Range) + UnitText.After(basis.Unit, language),
        PresenceValue { Present: true } => CardPhrases.Present.In(language),
        PresenceValue => CardPhrases.Absent.In(language),
        CodeValue code => basis.ValueTitle?.In(language) ?? code.Code,
        _ => throw new InvalidOperationException("Add the new kind of fact value to ValueText."),
    };

    /// <summary>The value in brief: a computed number in three digits, for which nobody reads more. What was measured stands as it was measured.</summary>
    public static string Brief(Basis basis, Language language) => basis is { From.Count: > 0, Value: QuantityValue { Range: var range } }
        ? Of(basis with { Value = new QuantityValue(new ValueRange(InThreeDigits(range.Low), range.LowInclusive, InThreeDigits(range.High), range.HighInclusive)) }, language)
        : Of(basis, language);

    /// <summary>A value of a conclusion.</summary>
    public static string Of(Answer answer) => answer switch
    {
        CodeAnswer code => code.Code,
        NumberAnswer number => number.Number.ToString(CultureInfo.InvariantCulture),
        ListAnswer list => string.Join(", ", list.Members),
        _ => throw new InvalidOperationException("Add the new kind of answer to ValueText."),
    };

    /// <summary>A number or bound. Measured digits are kept; a computed number with an endless tail is rounded, here and nowhere else.</summary>
    private static string Of(ValueRange range) => new ValueRange(Shown(range.Low), range.LowInclusive, Shown(range.High), range.HighInclusive).ToString()
        .Replace(">= ", "≥ ", StringComparison.Ordinal).Replace("<= ", "≤ ", StringComparison.Ordinal);

    private static decimal? InThreeDigits(decimal? number) => number switch
    {
        null => null,
        >= 100 or <= -100 => Math.Round(number.Value, MidpointRounding.AwayFromZero),
        >= 10 or <= -10 => Math.Round(number.Value, 1, MidpointRounding.AwayFromZero),
        _ => Math.Round(number.Value, 2, MidpointRounding.AwayFromZero),
    };

    private static decimal? Shown(decimal? number) =>
        number is { } value && value.Scale > MostMeasuredDecimals ? Math.Round(value, ShownDecimals, MidpointRounding.AwayFromZero) : number;
}
