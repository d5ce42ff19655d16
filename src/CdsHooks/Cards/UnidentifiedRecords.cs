using System.Globalization;
using Cds.CdsHooks.Localization;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Cards;

/// <summary>The one line that says how many records nobody could identify, and which recommendations wait for them (docs/contract/reading.md, 12).</summary>
internal static class UnidentifiedRecords
{
    private const int MostNamed = 3;

    /// <summary>The line; null when every record was identified.</summary>
    public static LocalizedText? Line(CardContext context)
    {
        UnidentifiedRecord[] records = [.. context.Patient.Unidentified.Where(record => record.Since is not { } since || since.IsOnOrBefore(context.AsOf.Moment) != Truth.False)];
        string[] resources = [.. records.Select(record => record.Resource).Distinct()];
        if (resources.Length == 0) return null;
        HashSet<string> open = [.. records.SelectMany(record => record.MayBe.Count > 0 ? record.MayBe : [HistoryParts.Of(record.Part)])];
        LocalizedText[] waiting =
        [
            .. context.Assessment.Recommendations
                .Where(recommendation => recommendation.Status == RecommendationStatus.Indeterminate && recommendation.Missing.Any(open.Contains))
                .Select(recommendation => recommendation.Definition.Title).Distinct(),
        ];
        LocalizedText line = waiting.Length > 0 ? CardPhrases.Unidentified.With("titles", Named(waiting)) : CardPhrases.UnidentifiedAlone;
        return line
            .With("count", resources.Length.ToString(CultureInfo.InvariantCulture))
            .With("records", Named([.. resources.Select(resource => new LocalizedText(resource, resource))]));
    }

    private static LocalizedText Named(LocalizedText[] names)
    {
        LocalizedText[] first = [.. names.Take(MostNamed)];
        var text = new LocalizedText(
            string.Join(CardPhrases.ListSeparator.En, first.Select(name => name.En)), string.Join(CardPhrases.ListSeparator.Ja, first.Select(name => name.Ja)));
        return names.Length <= MostNamed
            ? text
            : CardPhrases.AndMore.With("facts", text).With("count", (names.Length - MostNamed).ToString(CultureInfo.InvariantCulture));
    }
}
