using System.Text.Json;
using Cds.CdsHooks.Tests.Samples;

namespace Cds.CdsHooks.Tests.Cases;

/// <summary>Compares the cards of an answer with those of a case: topics, ids, ids that must not appear, none at all, and order.</summary>
internal static class CardExpectations
{
    public static IEnumerable<string> Differences(JsonElement expected, JsonElement cards)
    {
        string[] ids = [.. cards.EnumerateArray().Select(SampleTests.CardId)];
        string[] topics = [.. cards.EnumerateArray().Select(Topic)];
        foreach (string id in Of(expected, "ids").Except(ids)) yield return $"no card {id} among {string.Join(", ", ids)}";
        foreach (string id in Of(expected, "notIds").Intersect(ids)) yield return $"card {id} should not be";
        foreach (string topic in Of(expected, "topics").Except(topics)) yield return $"no card on {topic} among {string.Join(", ", topics)}";
        if (expected.TryGetProperty("none", out JsonElement none) && none.GetBoolean() && ids.Length > 0) yield return $"cards {string.Join(", ", ids)}, expected none";
        string[] order = Of(expected, "order");
        if (!ids.Where(order.Contains).SequenceEqual(order)) yield return $"order {string.Join(", ", ids)}, expected {string.Join(", ", order)}";
        if (Of(expected, "first") is { Length: > 0 } first && !(ids.Length > 0 && first.Contains(ids[0]))) yield return $"first of {string.Join(", ", ids)} is none of {string.Join(", ", first)}";
    }

    private static string Topic(JsonElement card) => card.GetProperty("source").GetProperty("topic").GetProperty("code").GetString()!;

    private static string[] Of(JsonElement expected, string name) =>
        expected.TryGetProperty(name, out JsonElement list) ? [.. list.EnumerateArray().Select(item => item.GetString()!)] : [];
}
