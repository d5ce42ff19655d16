using System.Text.Json;
using Cds.CdsHooks.Tests.Samples;

namespace Cds.CdsHooks.Tests.Field;

/// <summary>Compares the cards of an answer with what a field case expects: how many, which ids, how urgent, what the summaries name, how long they are.</summary>
internal static class CardExpectations
{
    private const int LongestSummary = 139, LongestDetail = 700, MostSuggestions = 5, MostActions = 20;

    private static readonly string[] Known =
    [
        "min", "max", "none", "ids", "idsAny", "notIds", "onePrefix", "anyPrefix", "noPrefix", "indicator", "indicators", "levelAny", "summaryContains", "limits", "dispensable", "drafts",
        "topics", "order", "first",
    ];

    public static IEnumerable<string> Differences(JsonElement expected, JsonElement cards)
    {
        JsonElement[] all = [.. cards.EnumerateArray()];
        string given = all.Length == 0 ? "no card" : string.Join(", ", all.Select(card => $"{SampleTests.CardId(card)} ({Indicator(card)})"));
        return new[]
        {
            expected.EnumerateObject().Select(member => member.Name).Except(Known).Select(name => $"what '{name}' expects of cards is not checked"),
            OfCount(expected, all.Length),
            OfIds(expected, [.. all.Select(SampleTests.CardId)]),
            OfUrgency(expected, all),
            OfSummaries(expected, all),
            expected.Says("limits") ? all.SelectMany(TooMuch) : [],
        }.SelectMany(texts => texts).Select(text => $"{text} ({given})");
    }

    private static IEnumerable<string> OfCount(JsonElement expected, int count)
    {
        if (expected.TryGetProperty("min", out JsonElement min) && count < min.GetInt32()) yield return $"{count} cards, at least {min} expected";
        if (expected.TryGetProperty("max", out JsonElement max) && count > max.GetInt32()) yield return $"{count} cards, at most {max} expected";
        if (expected.Says("none") && count > 0) yield return $"{count} cards, none expected";
    }

    private static IEnumerable<string> OfIds(JsonElement expected, string[] ids)
    {
        foreach (string id in expected.Texts("ids").Except(ids)) yield return $"no card {id}";
        foreach (string id in expected.Texts("notIds").Intersect(ids)) yield return $"card {id} should not be";
        if (expected.Texts("idsAny") is { Length: > 0 } any && !any.Intersect(ids).Any()) yield return $"none of the cards {string.Join(", ", any)}";
        foreach (string start in expected.Texts("onePrefix").Where(start => Count(ids, start) != 1)) yield return $"{Count(ids, start)} cards {start}*, exactly one expected";
        foreach (string start in expected.Texts("anyPrefix").Where(start => Count(ids, start) == 0)) yield return $"no card {start}*";
        foreach (string start in expected.Texts("noPrefix").Where(start => Count(ids, start) > 0)) yield return $"a card {start}* should not be";
        string[] order = expected.Texts("order");
        if (!ids.Where(order.Contains).SequenceEqual(order)) yield return $"the order is not {string.Join(", ", order)}";
        if (expected.Texts("first") is { Length: > 0 } first && !first.Intersect(ids.Take(1)).Any()) yield return $"the first card is none of {string.Join(", ", first)}";
    }

    private static IEnumerable<string> OfUrgency(JsonElement expected, JsonElement[] cards)
    {
        foreach (JsonProperty item in expected.Properties("indicator"))
        {
            JsonElement[] named = [.. cards.Where(card => SampleTests.CardId(card) == item.Name)];
            if (named.Length == 0 || !named.All(card => Indicator(card).Split(' ').AnyOf(item.Value.GetString()!))) yield return $"card {item.Name} is not {item.Value}";
        }

        if (expected.Texts("indicators") is { Length: > 0 } allowed && cards.Any(card => !allowed.Contains(Indicator(card)))) yield return $"a card is none of {string.Join(", ", allowed)}";
        if (expected.Texts("levelAny") is { Length: > 0 } levels && !cards.Any(card => levels.Contains(Indicator(card)))) yield return $"no card is {string.Join(" or ", levels)}";
        foreach (string topic in expected.Texts("topics").Except(cards.Select(card => card.GetProperty("source").GetProperty("topic").GetProperty("code").GetString()!))) yield return $"no card on {topic}";
    }

    private static IEnumerable<string> OfSummaries(JsonElement expected, JsonElement[] cards)
    {
        foreach (JsonProperty item in expected.Properties("summaryContains"))
        {
            string[] summaries = [.. cards.Where(card => item.Name == "*" || SampleTests.CardId(card) == item.Name).Select(card => card.GetProperty("summary").GetString()!)];
            foreach (string part in expected.GetProperty("summaryContains").Texts(item.Name).Where(part => !summaries.Any(summary => summary.Contains(part, StringComparison.OrdinalIgnoreCase))))
                yield return $"no summary of {item.Name} names {part}: {string.Join(" / ", summaries)}";
        }
    }

    private static IEnumerable<string> TooMuch(JsonElement card)
    {
        string id = SampleTests.CardId(card);
        if (card.GetProperty("summary").GetString()!.Length is > LongestSummary and var summary) yield return $"{id}: summary of {summary} characters";
        if (card.TryGetProperty("detail", out JsonElement text) && text.GetString()!.Length is > LongestDetail and var detail) yield return $"{id}: detail of {detail} characters";
        JsonElement[] suggestions = [.. card.Items("suggestions")];
        if (suggestions.Length > MostSuggestions) yield return $"{id}: {suggestions.Length} suggestions";
        foreach (JsonElement suggestion in suggestions.Where(suggestion => suggestion.Items("actions").Count() > MostActions)) yield return $"{id}: {suggestion.Items("actions").Count()} actions in one suggestion";
    }

    private static int Count(string[] ids, string start) => ids.Count(id => id.StartsWith(start, StringComparison.Ordinal));

    private static string Indicator(JsonElement card) => card.GetProperty("indicator").GetString()!;
}
