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
        CardRules.AssertFilled(CardBench.Written(CardBench.Compose(Full with { Language = language }), language), "$");

    [Fact]
    public void C3_C4_C5_C8_G1_G3_O1_L1_Every_card_has_what_the_specification_asks_for()
    {
        foreach (JsonElement card in CardBench.Written(CardBench.Compose(Full)).GetProperty("cards").EnumerateArray()) CardRules.Check(card, "https://cds.example.org");
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
}
