using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Cards;

/// <summary>The one line that says how many records nobody could identify, and which recommendations wait for them (docs/contract/reading.md, 12).</summary>
internal static class UnidentifiedRecords
{
    private const int MostNamed = 3;

    /// <summary>The line with the records by name; null when every record was identified.</summary>
    public static LocalizedText? Line(CardContext context)
    {
        if (Resources(context) is not { Length: > 0 } resources) return null;
        LocalizedText line = Waiting(context) is { Length: > 0 } waiting ? CardPhrases.Unidentified.With("titles", Named(waiting)) : CardPhrases.UnidentifiedAlone;
        return line.With("count", Count(resources)).With("records", Named([.. resources.Select(resource => new LocalizedText(resource, resource))]));
    }

    /// <summary>The line without the names of the records; null when every record was identified.</summary>
    public static LocalizedText? Brief(CardContext context)
    {
        if (Resources(context) is not { Length: > 0 } resources) return null;
        LocalizedText line = Waiting(context) is { Length: > 0 } waiting ? CardPhrases.UnidentifiedBrief.With("titles", Named(waiting)) : CardPhrases.UnidentifiedAloneBrief;
        return line.With("count", Count(resources));
    }

    private static string[] Resources(CardContext context) => [.. Records(context).Select(record => record.Resource).Distinct()];

    private static IEnumerable<UnidentifiedRecord> Records(CardContext context) =>
        context.Patient.Unidentified.Where(record => record.Since is not { } since || since.IsOnOrBefore(context.AsOf.Moment) != Truth.False);

    private static LocalizedText[] Waiting(CardContext context)
    {
        HashSet<string> open = [.. Records(context).SelectMany(record => record.MayBe.Count > 0 ? record.MayBe : [HistoryParts.Of(record.Part)])];
        return
        [
            .. context.Assessment.Recommendations
                .Where(recommendation => recommendation.Status == RecommendationStatus.Indeterminate && recommendation.Missing.Any(open.Contains))
                .Select(recommendation => recommendation.Definition.Title).Distinct(),
        ];
    }

    private static string Count(string[] resources) => resources.Length.ToString(CultureInfo.InvariantCulture);

    private static LocalizedText Named(LocalizedText[] names)
    {
        var text = LocalizedText.Join(names.Take(MostNamed), CardPhrases.ListSeparator.En, CardPhrases.ListSeparator.Ja);
        return names.Length <= MostNamed
            ? text
            : CardPhrases.AndMore.With("facts", text).With("count", (names.Length - MostNamed).ToString(CultureInfo.InvariantCulture));
    }
}
