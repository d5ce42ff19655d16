using System.Text.Json;
using Cds.CdsHooks.Cards;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Tests.Cards;

/// <summary>Section 7 of the checklist: what a card looks like on the wire.</summary>
public sealed class CardWriterTests
{
    private static readonly CardContext Full = CardBench.Context(
        [CardBench.Diagnosis, CardBench.Untreated, CardBench.Open("staging.iss", ["I", "II"], "albumin"), CardBench.Determined("staging.r-iss", "II", CardBench.Basis("ldh", 1m))],
        [CardBench.Due with { Basis = [CardBench.Basis("albumin", 3.20m)] }]);

    [Fact]
    public void C1_Nothing_to_say_is_an_empty_array_of_cards() => Assert.Equal("{\"cards\":[]}", CardBench.Written([]).GetRawText());

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Japanese)]
    public void J2_J3_Nothing_is_null_or_empty(Language language) =>
        AssertFilled(CardBench.Written(CardBench.Compose(Full with { Language = language }), language), "$");

    [Fact]
    public void C3_C4_C5_C8_G1_G3_O1_L1_Every_card_has_what_the_specification_asks_for()
    {
        foreach (JsonElement card in CardBench.Written(CardBench.Compose(Full)).GetProperty("cards").EnumerateArray())
        {
            Assert.True(Guid.TryParse(card.GetProperty("uuid").GetString(), out _));
            Assert.InRange(card.GetProperty("summary").GetString()!.Length, 1, 139);
            Assert.Contains(card.GetProperty("indicator").GetString(), new[] { "info", "warning", "critical" });
            JsonElement source = card.GetProperty("source");
            Assert.NotEqual("", source.GetProperty("label").GetString());
            Assert.StartsWith("https://cds.example.org/knowledge/book/guide?lang=en", source.GetProperty("url").GetString(), StringComparison.Ordinal);
            Assert.Equal("https://myeloma-cds.example.org/fhir/CodeSystem/card-topic", source.GetProperty("topic").GetProperty("system").GetString());
            Assert.Equal(card.TryGetProperty("suggestions", out _), card.TryGetProperty("selectionBehavior", out JsonElement behavior));
            if (behavior.ValueKind == JsonValueKind.String) Assert.Contains(behavior.GetString(), new[] { "at-most-one", "any" });
            foreach (JsonElement link in card.GetProperty("links").EnumerateArray())
            {
                Assert.Equal("absolute", link.GetProperty("type").GetString());
                Assert.StartsWith("https://cds.example.org/knowledge/book/", link.GetProperty("url").GetString(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void O1_Override_reasons_have_system_code_and_display_in_the_language_of_the_answer()
    {
        JsonElement reason = CardBench.Written(CardBench.Compose(Full with { Language = Language.Japanese }), Language.Japanese)
            .GetProperty("cards")[0].GetProperty("overrideReasons")[0];
        Assert.Equal("https://myeloma-cds.example.org/fhir/CodeSystem/override-reason", reason.GetProperty("system").GetString());
        Assert.Equal("contraindicated", reason.GetProperty("code").GetString());
        Assert.Equal("Contraindicated（日本語）", reason.GetProperty("display").GetString());
    }

    [Fact]
    public void The_extension_carries_the_answer_as_data_and_decimals_keep_their_digits()
    {
        JsonElement data = CardBench.Written(CardBench.Compose(Full)).GetProperty("cards")[0].GetProperty("extension").GetProperty("org.myeloma-cds.assessment");
        Assert.Equal("prophylaxis.herpes-zoster", data.GetProperty("id").GetString());
        Assert.Equal("recommended", data.GetProperty("options")[0].GetProperty("standing").GetString());
        Assert.Equal("3.20", data.GetProperty("basis")[0].GetProperty("value").GetRawText());
        Assert.Equal("guide", data.GetProperty("citations")[0].GetProperty("document").GetString());
    }

    private static void AssertFilled(JsonElement element, string path)
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
}
