using System.Text.Json;

namespace Cds.CdsHooks.Tests.Field;

/// <summary>Compares an assessment with what a field case expects of its conclusions, recommendations and notes.</summary>
internal static class AssessmentExpectations
{
    private static readonly string[] Known =
        ["conclusions", "recommendations", "cards", "reasons", "notReasons", "missing", "toConfirm", "notes", "basisFacts"];

    public static IEnumerable<string> Differences(JsonElement expected, JsonElement answer)
    {
        Dictionary<string, JsonElement> conclusions = answer.Items("conclusions").ToDictionary(conclusion => conclusion.GetProperty("id").GetString()!);
        return
        [
            .. expected.EnumerateObject().Select(member => member.Name).Except(Known).Select(name => $"what '{name}' expects is not checked"),
            .. expected.Properties("conclusions").Where(item => !ConclusionExpectation.Holds(item.Value, Find(conclusions, item.Name)))
                .Select(item => $"{item.Name}: expected {item.Value.GetRawText()}, got {Shown(Find(conclusions, item.Name))}"),
            .. OfConclusions(expected, conclusions),
            .. expected.Items("recommendations").SelectMany(wanted => RecommendationExpectation.Differences(wanted, answer)),
            .. expected.Texts("toConfirm").Where(ids => !HasSomethingToConfirm(ids, answer)).Select(ids => $"{ids}: nothing to confirm"),
            .. expected.Texts("notes").Except(answer.Items("notes").SelectMany(note => note.Texts("resource"))).Select(resource => $"no note names {resource}"),
        ];
    }

    private static IEnumerable<string> OfConclusions(JsonElement expected, Dictionary<string, JsonElement> conclusions)
    {
        foreach (JsonProperty item in expected.Properties("reasons"))
        {
            foreach (string code in expected.GetProperty("reasons").Texts(item.Name).Except(Reasons(Find(conclusions, item.Name)))) yield return $"{item.Name}: no reason {code}";
        }

        foreach (JsonProperty item in expected.Properties("notReasons"))
        {
            foreach (string code in expected.GetProperty("notReasons").Texts(item.Name).Intersect(Reasons(Find(conclusions, item.Name)))) yield return $"{item.Name}: reason {code} should not be";
        }

        foreach (JsonProperty item in expected.Properties("missing"))
        {
            foreach (string fact in expected.GetProperty("missing").Texts(item.Name).Except(Find(conclusions, item.Name)?.Texts("missing") ?? [])) yield return $"{item.Name}: missing does not name {fact}";
        }

        foreach (JsonProperty item in expected.Properties("basisFacts"))
        {
            string[] facts = Find(conclusions, item.Name) is { } conclusion ? [.. conclusion.Items("basis").SelectMany(Facts)] : [];
            foreach (string fact in expected.GetProperty("basisFacts").Texts(item.Name).Except(facts)) yield return $"{item.Name}: basis does not hold {fact}";
        }
    }

    private static JsonElement? Find(Dictionary<string, JsonElement> conclusions, string id) => conclusions.TryGetValue(id, out JsonElement found) ? found : null;

    private static string[] Reasons(JsonElement? conclusion) => conclusion is { } given ? [.. given.Items("reasons").SelectMany(reason => reason.Texts("code"))] : [];

    private static IEnumerable<string> Facts(JsonElement basis) => [.. basis.Texts("fact"), .. basis.Items("from").SelectMany(Facts)];

    private static bool HasSomethingToConfirm(string ids, JsonElement answer) =>
        answer.Items("conclusions").Concat(answer.Items("recommendations")).Where(item => item.Texts("id").AnyOf(ids))
            .Any(item => item.Texts("toConfirm").Length > 0 || item.Items("options").Any(option => option.Texts("toConfirm").Length > 0));

    private static string Shown(JsonElement? conclusion) => conclusion is not { } given ? "nothing"
        : string.Join(", ", given.EnumerateObject().Where(member => member.Name is "value" or "possible" or "undetermined" or "missing").Select(member => $"{member.Name} {member.Value.GetRawText()}"));
}
