using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Cards;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Services.Orders;

/// <summary>Orders that could not be judged, over the wire: one info card, a line for each, and no finding that rests on a guess.</summary>
public sealed class UnjudgedOrderTests(RealService service) : IClassFixture<RealService>
{
    private const string NotJudged = "safety.not-judged", NotCovered = "safety.not-covered";

    private readonly HttpClient _client = service.CreateClient();

    [Theory]
    [InlineData("en", "lenalidomide 1 capsule: strength of the product not known", "the dose is 10 mg once a day (creatinine clearance 30 to below 60 mL/min)")]
    [InlineData("ja", "レナリドミド 1 capsule：規格（含量）が不明", "用量は10 mgを1日1回（クレアチニンクリアランス30以上60 mL/min未満）")]
    public async Task A_line_names_the_order_the_reason_and_what_the_rule_asks(string language, string reason, string limit)
    {
        JsonElement card = Assert.Single((await SignAsync(Clearance45(Capsules("len")), language)).CardsOf(NotJudged));
        CardRules.Check(card, "http://localhost");
        Assert.Equal("info", card.GetProperty("indicator").GetString());
        Assert.Contains(reason, card.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains(limit, card.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_orders_share_the_card()
    {
        JsonObject unknown = OrderRequests.Draft("x", "", "999999999");
        unknown["medicationCodeableConcept"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "https://hospital.example.jp/codes", ["code"] = "M-0815" }) };
        string detail = Assert.Single((await SignAsync(Clearance45(Capsules("len"), unknown))).CardsOf(NotJudged)).GetProperty("detail").GetString()!;
        Assert.Equal(2, detail.Split("\n- ").Length - 1);
        Assert.Contains("M-0815", detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(25, true)]
    [InlineData(10, false)]
    public async Task With_a_timing_in_words_only_a_finding_counts_where_it_holds_in_any_case(int milligrams, bool found)
    {
        JsonObject draft = OrderRequests.Lenalidomide(dose: milligrams);
        draft["dosageInstruction"]![0]!["timing"] = new JsonObject { ["code"] = new JsonObject { ["text"] = "by schedule B" } };
        Answer answer = await SignAsync(Clearance45(draft));
        Assert.Equal(found ? 1 : 0, answer.CardsOf("safety.renal-dose").Length);
        Assert.Contains("how often", Assert.Single(answer.CardsOf(NotJudged)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timing_that_no_rule_asks_about_is_not_complained_of()
    {
        JsonObject draft = OrderRequests.Acyclovir();
        draft["dosageInstruction"]![0]!["asNeededBoolean"] = true;
        Assert.Empty((await SignAsync(Clearance45(draft))).CardsOf(NotJudged));
    }

    [Theory]
    [InlineData(3, "瓶", false)]
    [InlineData(2, "瓶", false)]
    [InlineData(1, "瓶", true)]
    public async Task Vials_are_judged_by_body_surface(int vials, string unit, bool fits)
    {
        JsonObject draft = OrderRequests.Draft("bor", "bortezomib", "358258", vials, unit);
        draft["medicationCodeableConcept"] = new JsonObject { ["text"] = "ベルケイド注射用3mg" };
        draft["dosageInstruction"]![0]!["timing"]!["repeat"]!["periodUnit"] = "wk";
        // 1.3 mg/m2 at 2.1 m2 is 2.7 mg; one vial of 3 mg is 10 % more.
        Answer answer = await SignAsync(OrderRequests.Signing(draft).Observed("height", OrderRequests.Quantity(185, "cm")).Observed("weight", OrderRequests.Quantity(88, "kg")));
        Assert.Equal(fits ? 0 : 1, answer.CardsOf("safety.dose-range").Length);
        Assert.Empty(answer.CardsOf(NotJudged));
    }

    [Theory]
    [InlineData("\"a string\"")]
    [InlineData("{\"resourceType\":\"MedicationRequest\",\"id\":\"x\",\"medicationReference\":{\"reference\":\"Medication/none\"}}")]
    [InlineData("{\"resourceType\":\"MedicationRequest\",\"id\":\"x\",\"medicationCodeableConcept\":{\"text\":\"lenalidomide\"},\"subject\":\"Patient/p1\"}")]
    public async Task A_damaged_draft_is_said_and_finds_nothing(string draft)
    {
        JsonObject request = OrderRequests.Signing();
        request["context"]!["draftOrders"]!["entry"]!.AsArray().Add(new JsonObject { ["resource"] = JsonNode.Parse(draft) });
        JsonElement[] cards = [.. (await SignAsync(request)).Cards.EnumerateArray()];
        Assert.NotEmpty(cards);
        Assert.All(cards, card => Assert.Equal("info", card.GetProperty("indicator").GetString()));
    }

    [Fact]
    public async Task Without_a_plasma_cell_disorder_nothing_is_said()
    {
        JsonObject request = OrderRequests.Signing(Capsules("len"), new JsonObject { ["resourceType"] = "MedicationRequest", ["id"] = "x" });
        request["prefetch"]!["conditions"] = HookRequests.Bundle();
        Assert.Empty((await SignAsync(request)).Cards.EnumerateArray());
    }

    [Theory]
    [InlineData("elranatamab", "en", "elranatamab")]
    [InlineData("talquetamab", "ja", "トアルクエタマブ")]
    [InlineData("Blenrep", "en", "belantamab mafodotin")]
    public async Task A_drug_without_rules_is_named(string text, string language, string named)
    {
        JsonObject draft = OrderRequests.Draft("x", "", "0", 76);
        draft["medicationCodeableConcept"] = new JsonObject { ["text"] = text };
        JsonElement card = Assert.Single((await SignAsync(OrderRequests.Signing(draft), language)).CardsOf(NotCovered));
        CardRules.Check(card, "http://localhost");
        Assert.Contains(named, card.GetProperty("summary").GetString(), StringComparison.Ordinal);
    }

    private static JsonObject Capsules(string id) => OrderRequests.Draft(id, "lenalidomide", "342369", 1, "capsule");

    private static JsonObject Clearance45(params JsonObject[] drafts) => OrderRequests.Signing([.. drafts, OrderRequests.Aspirin()]).Observed("creatinine-clearance", OrderRequests.Quantity(45, "mL/min"));

    private Task<Answer> SignAsync(JsonObject request, string language = "en") => _client.PostJsonAsync($"{OrderRequests.Sign}?asOf=2026-11-20&lang={language}", request);
}
