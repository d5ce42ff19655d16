using Cds.Knowledge.Wording;

namespace Cds.CdsHooks.Companion.Trials;

/// <summary>Stretches of numbers as readers see them.</summary>
internal static class SpanText
{
    private const decimal Ten = 10m, Hundred = 100m, Finest = 0.001m;

    /// <summary>The stretch.</summary>
    /// <param name="span">The stretch.</param>
    /// <param name="unit">UCUM unit; null for none.</param>
    public static LocalizedText Of(NumberSpan span, string? unit) => (span.Low, span.High) switch
    {
        (null, null) => TrialPhrases.AnyValue,
        ({ } low, null) => Low(low, unit),
        (null, { } high) => High(high, unit),
        ({ } low, { } high) when low.Number == high.Number => Number(low, unit),
        ({ } low, { } high) => TrialPhrases.Between.With("from", Low(low, unit)).With("to", High(high, unit)),
    };

    private static LocalizedText Low(NumberEnd end, string? unit) => (end.IsIncluded ? TrialPhrases.AtLeast : TrialPhrases.MoreThan).With("number", Number(end, unit));

    private static LocalizedText High(NumberEnd end, string? unit) => (end.IsIncluded ? TrialPhrases.AtMost : TrialPhrases.LessThan).With("number", Number(end, unit));

    private static LocalizedText Number(NumberEnd end, string? unit)
    {
        string number = ValueRange.Exactly(end.IsExact ? end.Number : Rounded(end.Number)).ToString();
        var text = new LocalizedText(number + UnitText.After(unit, Language.English), number + UnitText.After(unit, Language.Japanese));
        return end.IsExact ? text : TrialPhrases.About.With("number", text);
    }

    /// <summary>Two digits: where an answer turns is not known closer than that.</summary>
    private static decimal Rounded(decimal number)
    {
        decimal unit = 1m;
        while (number >= unit * Hundred) unit *= Ten;
        while (number < unit * Ten && unit > Finest) unit /= Ten;
        return Math.Round(number / unit, MidpointRounding.AwayFromZero) * unit;
    }
}
