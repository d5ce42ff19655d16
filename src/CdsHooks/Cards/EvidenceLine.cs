using System.Text;
using Cds.Knowledge.Therapy;

namespace Cds.CdsHooks.Cards;

/// <summary>What a trial showed, in one line of plain text.</summary>
internal static class EvidenceLine
{
    /// <summary>Trial, population, endpoint with its figures, evidence level.</summary>
    public static string Write(Evidence evidence, Language language)
    {
        var line = new StringBuilder();
        line.Append(evidence.Trial.In(language)).Append(" (").Append(evidence.Population.In(language)).Append("): ").Append(evidence.Endpoint.In(language));
        if (evidence.Result is { } result) line.Append(' ').Append(Result(evidence, result, language));
        if (evidence is { Comparator: { } comparator } && (evidence.Result is null || evidence.ComparatorResult is null)) line.Append(CardPhrases.Against.With("comparator", comparator).In(language));
        if (evidence.HazardRatio is { } ratio) line.Append(CultureInfo.InvariantCulture, $", HR {ratio}");
        if (evidence.P is { Length: > 0 } p) line.Append(", p ").Append(char.IsAsciiDigit(p[0]) ? "= " : "").Append(p);
        if (evidence.Level is { } level) line.Append(" [").Append(level).Append(']');
        return line.ToString();
    }

    private static string Result(Evidence evidence, LocalizedText result, Language language) =>
        evidence is { Comparator: { } comparator, ComparatorResult: { } other }
            ? CardPhrases.Versus.With("result", result).With("other", other).With("comparator", comparator).In(language)
            : result.In(language);
}
