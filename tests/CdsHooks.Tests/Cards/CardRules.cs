using System.Text.Json;

namespace Cds.CdsHooks.Tests.Cards;

/// <summary>What the specification and the contract ask of every card.</summary>
internal static class CardRules
{
    private static readonly string[] Topics = ["staging", "risk", "response", "regimen", "prophylaxis", "bone-disease", "eligibility", "workup", "safety"];
    private static readonly string[] Indicators = ["info", "warning", "critical"];

    public static void Check(JsonElement card, string baseUrl)
    {
        Assert.True(Guid.TryParse(card.GetProperty("uuid").GetString(), out _));
        Assert.InRange(card.GetProperty("summary").GetString()!.Length, 1, 139);
        Assert.DoesNotContain('\n', card.GetProperty("summary").GetString()!);
        Assert.DoesNotContain('{', card.GetProperty("summary").GetString()!);
        Assert.DoesNotMatch("<[A-Za-z/!]", card.GetProperty("detail").GetString());
        Assert.Contains(card.GetProperty("indicator").GetString(), Indicators);
        JsonElement source = card.GetProperty("source");
        Assert.NotEqual("", source.GetProperty("label").GetString());
        Assert.StartsWith(baseUrl + "/knowledge/book", source.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal("https://myeloma-cds.example.org/fhir/CodeSystem/card-topic", source.GetProperty("topic").GetProperty("system").GetString());
        Assert.Contains(source.GetProperty("topic").GetProperty("code").GetString(), Topics);
        Assert.Equal(card.TryGetProperty("suggestions", out JsonElement suggestions), card.TryGetProperty("selectionBehavior", out JsonElement behavior));
        if (suggestions.ValueKind == JsonValueKind.Array) CheckSuggestions(suggestions, behavior.GetString()!);
        if (!card.TryGetProperty("links", out JsonElement links)) return;
        foreach (JsonElement link in links.EnumerateArray())
        {
            Assert.Equal("absolute", link.GetProperty("type").GetString());
            Assert.StartsWith(baseUrl + "/knowledge/rules/", link.GetProperty("url").GetString(), StringComparison.Ordinal);
        }
    }

    /// <summary>Nothing is null or empty, and no member stands twice.</summary>
    public static void AssertFilled(JsonElement element, string path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.True(element.EnumerateObject().Any(), $"{path} is empty");
                Assert.Equal(element.EnumerateObject().Count(), element.EnumerateObject().Select(member => member.Name).Distinct().Count());
                foreach (JsonProperty member in element.EnumerateObject()) AssertFilled(member.Value, $"{path}.{member.Name}");
                break;
            case JsonValueKind.Array:
                Assert.True(element.GetArrayLength() > 0, $"{path} is empty");
                foreach (JsonElement item in element.EnumerateArray()) AssertFilled(item, path + "[]");
                break;
            case JsonValueKind.String:
                Assert.False(string.IsNullOrEmpty(element.GetString()), $"{path} is empty");
                break;
            default:
                Assert.False(element.ValueKind == JsonValueKind.Null, $"{path} is null");
                break;
        }
    }

    private static void CheckSuggestions(JsonElement suggestions, string behavior)
    {
        Assert.Contains(behavior, new[] { "at-most-one", "any" });
        int recommended = suggestions.EnumerateArray().Count(suggestion => suggestion.TryGetProperty("isRecommended", out _));
        if (behavior == "at-most-one") Assert.InRange(recommended, 0, 1);
        foreach (JsonElement action in suggestions.EnumerateArray().SelectMany(suggestion => suggestion.GetProperty("actions").EnumerateArray()))
        {
            Assert.Equal("create", action.GetProperty("type").GetString());
            Assert.NotEqual("", action.GetProperty("description").GetString());
            JsonElement resource = action.GetProperty("resource");
            Assert.Contains(resource.GetProperty("resourceType").GetString(), new[] { "MedicationRequest", "ServiceRequest" });
            Assert.Equal("draft", resource.GetProperty("status").GetString());
            Assert.Equal("proposal", resource.GetProperty("intent").GetString());
            Assert.StartsWith("Patient/", resource.GetProperty("subject").GetProperty("reference").GetString(), StringComparison.Ordinal);
        }
    }
}
