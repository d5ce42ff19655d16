using System.Text.Json;

namespace Cds.CdsHooks.Tests.Field;

/// <summary>Compares the recommendations of an assessment with one expectation of a field case; an id that ends in <c>*</c> means all that begin so.</summary>
internal static class RecommendationExpectation
{
    private static readonly string[] Known =
        ["id", "status", "include", "exclude", "includeAny", "first", "only", "standing", "reasonCodes", "missing", "missingAny", "notRecommended"];

    public static IEnumerable<string> Differences(JsonElement expected, JsonElement answer)
    {
        string id = expected.GetProperty("id").GetString()!;
        JsonElement[] found = [.. answer.Items("recommendations").Where(recommendation => Matches(id, recommendation.GetProperty("id").GetString()!))];
        string[] statuses = found.Length == 0 ? ["absent"] : [.. found.SelectMany(recommendation => recommendation.Texts("status"))];
        JsonElement[] options = [.. found.SelectMany(recommendation => recommendation.Items("options"))];
        string[] missing = [.. found.SelectMany(recommendation => recommendation.Texts("missing"))];
        string listed = $"{string.Join(", ", options.Select(option => $"{Id(option)} ({Standing(option)})"))}; missing {string.Join(", ", missing)}";
        return new[]
        {
            expected.EnumerateObject().Select(member => member.Name).Except(Known).Select(name => $"what '{name}' expects is not checked"),
            OfOptions(expected, options),
            !expected.TryGetProperty("status", out _) || statuses.All(expected.Texts("status").Contains) ? [] : [$"status {string.Join(", ", statuses)}, expected {expected.GetProperty("status").GetRawText()}"],
            expected.Texts("missing").Except(missing).Select(fact => $"missing does not name {fact}"),
            !expected.TryGetProperty("missingAny", out _) || expected.Texts("missingAny").Intersect(missing).Any() ? [] : [$"missing names none of {expected.GetProperty("missingAny").GetRawText()}"],
        }.SelectMany(texts => texts).Select(text => $"{id}: {text} ({listed})");
    }

    private static IEnumerable<string> OfOptions(JsonElement expected, JsonElement[] options)
    {
        string[] ids = [.. options.Select(Id)];
        foreach (string include in expected.Texts("include").Except(ids)) yield return $"no option {include}";
        foreach (string exclude in expected.Texts("exclude").Intersect(options.Where(option => Standing(option) != "avoid").Select(Id))) yield return $"{exclude} is an option";
        foreach (string refused in expected.Texts("notRecommended").Intersect(options.Where(option => Standing(option) == "recommended").Select(Id))) yield return $"{refused} is recommended";
        if (expected.Texts("includeAny") is { Length: > 0 } any && !any.Intersect(ids).Any()) yield return $"none of {string.Join(", ", any)}";
        if (expected.Texts("first") is { Length: > 0 } first && !first.Intersect(ids.Take(1)).Any()) yield return $"the first is none of {string.Join(", ", first)}";
        if (expected.TryGetProperty("only", out _) && !ids.ToHashSet().SetEquals(expected.Texts("only"))) yield return $"not exactly {string.Join(", ", expected.Texts("only"))}";
        foreach (JsonProperty standing in expected.Properties("standing"))
        {
            string[] allowed = expected.GetProperty("standing").Texts(standing.Name);
            JsonElement[] named = [.. options.Where(option => Id(option) == standing.Name)];
            if (named.Length == 0 || !named.All(option => allowed.Contains(Standing(option)))) yield return $"{standing.Name} is not {string.Join(" or ", allowed)}";
        }

        foreach (JsonProperty codes in expected.Properties("reasonCodes"))
        {
            string[] wanted = expected.GetProperty("reasonCodes").Texts(codes.Name);
            if (!options.Where(option => Id(option) == codes.Name).Any(option => option.Texts("reasonCodes").Intersect(wanted).Any())) yield return $"{codes.Name} has none of the reasons {string.Join(", ", wanted)}";
        }
    }

    private static bool Matches(string id, string actual) => id.EndsWith('*') ? actual.StartsWith(id[..^1], StringComparison.Ordinal) : actual == id;

    private static string Id(JsonElement option) => option.GetProperty("id").GetString()!;

    private static string Standing(JsonElement option) => option.GetProperty("standing").GetString()!;
}
