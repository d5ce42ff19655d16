using System.Text.Json;

namespace Cds.CdsHooks.Tests.Cases;

/// <summary>Compares the recommendations of an answer with those of a case. An id may end in <c>*</c> and then means all that begin so.</summary>
internal static class RecommendationExpectations
{
    public static IEnumerable<string> Differences(JsonElement caseRoot, JsonElement answer)
    {
        if (!caseRoot.GetProperty("expected").TryGetProperty("recommendations", out JsonElement expectations)) yield break;
        foreach (JsonElement expected in expectations.EnumerateArray())
        {
            string id = expected.GetProperty("id").GetString()!;
            JsonElement[] found = [.. answer.GetProperty("recommendations").EnumerateArray().Where(recommendation => Matches(id, recommendation))];
            foreach (string difference in Differences(expected, found)) yield return $"{id}: {difference}";
        }
    }

    private static IEnumerable<string> Differences(JsonElement expected, JsonElement[] found)
    {
        string[] statuses = found.Length == 0 ? ["absent"] : [.. found.Select(recommendation => recommendation.GetProperty("status").GetString()!)];
        (string Id, string Standing)[] options =
        [
            .. found.SelectMany(recommendation => recommendation.GetProperty("options").EnumerateArray())
                .Select(option => (option.GetProperty("id").GetString()!, option.GetProperty("standing").GetString()!)),
        ];
        string listed = string.Join(", ", options.Select(option => $"{option.Id} ({option.Standing})"));
        if (expected.TryGetProperty("status", out JsonElement status) && !statuses.All(Strings(status).Contains))
            yield return $"status {string.Join(", ", statuses)}, expected {status.GetRawText()}; missing {string.Join(", ", found.SelectMany(one => Strings(one.GetProperty("missing"))))}";
        foreach (string include in Of(expected, "include").Where(include => options.All(option => option.Id != include))) yield return $"no {include} among {listed}";
        foreach (string exclude in Of(expected, "exclude").Where(exclude => options.Any(option => option.Id == exclude))) yield return $"{exclude} is among {listed}";
        if (expected.TryGetProperty("only", out JsonElement only) && !options.Select(option => option.Id).ToHashSet().SetEquals(Strings(only)))
            yield return $"{listed} are not exactly {string.Join(", ", Strings(only))}";
        if (Of(expected, "includeAny") is { Length: > 0 } any && !any.Any(one => options.Any(option => option.Id == one))) yield return $"none of {string.Join(", ", any)} among {listed}";
        if (Of(expected, "first") is { Length: > 0 } first && !(options.Length > 0 && first.Contains(options[0].Id))) yield return $"first of {listed} is none of {string.Join(", ", first)}";
        string[] missing = [.. found.SelectMany(one => Strings(one.GetProperty("missing")))];
        foreach (string fact in Of(expected, "missing").Where(fact => !missing.Contains(fact))) yield return $"missing names {string.Join(", ", missing)}, not {fact}";
        if (!expected.TryGetProperty("standing", out JsonElement standings)) yield break;
        foreach (JsonProperty standing in standings.EnumerateObject().Where(standing => !options.Contains((standing.Name, standing.Value.GetString()!))))
            yield return $"{standing.Name} is not {standing.Value} in {listed}";
    }

    private static bool Matches(string id, JsonElement recommendation)
    {
        string actual = recommendation.GetProperty("id").GetString()!;
        return id.EndsWith('*') ? actual.StartsWith(id[..^1], StringComparison.Ordinal) : actual == id;
    }

    private static string[] Of(JsonElement expected, string name) => expected.TryGetProperty(name, out JsonElement list) ? Strings(list) : [];

    private static string[] Strings(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];
}
