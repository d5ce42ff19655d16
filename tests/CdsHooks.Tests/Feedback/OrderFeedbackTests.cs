using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Services.Orders;

namespace Cds.CdsHooks.Tests.Feedback;

/// <summary>What overriding a card about an order keeps back: the same drug with the same findings, and nothing that is critical.</summary>
public sealed class OrderFeedbackTests
{
    [Fact]
    public async Task The_same_finding_about_the_same_drug_is_not_shown_again()
    {
        using var service = new RealService();
        HttpClient client = service.CreateClient();
        JsonObject lenalidomide = OrderRequests.Selecting(OrderRequests.Lenalidomide(), OrderRequests.Aspirin());
        await OverrideAsync(client, lenalidomide, "safety.pregnancy", "already-done-elsewhere");
        Assert.Empty((await SelectAsync(client, lenalidomide)).CardsOf("safety.pregnancy"));
        Assert.Single((await SelectAsync(client, OrderRequests.Selecting(OrderRequests.Draft("pom", "pomalidomide", "1369713"), OrderRequests.Aspirin()))).CardsOf("safety.pregnancy"));
        Assert.Single((await SelectAsync(client, lenalidomide.Having("77386006", "pregnancy"))).CardsOf("safety.pregnancy"));
    }

    [Fact]
    public async Task Another_finding_about_the_same_drug_is_shown()
    {
        using var service = new RealService();
        HttpClient client = service.CreateClient();
        JsonObject Denosumab() => OrderRequests.Selecting(OrderRequests.Draft("den", "denosumab", "993449", 120))
            .Observed("calcium", OrderRequests.Quantity(9.2m, "mg/dL")).Observed("albumin", OrderRequests.Quantity(4.1m, "g/dL"));
        JsonObject withoutDentalCheck = Denosumab().Taking(OrderRequests.Draft("ca", "calcium carbonate", "1897", 500)).Taking(OrderRequests.Draft("vd", "cholecalciferol", "2418", 10));
        await OverrideAsync(client, withoutDentalCheck, "safety.prophylaxis", "already-done-elsewhere");
        Assert.Empty((await SelectAsync(client, withoutDentalCheck)).CardsOf("safety.prophylaxis"));
        Assert.Single((await SelectAsync(client, Denosumab())).CardsOf("safety.prophylaxis"));
    }

    [Fact]
    public async Task A_critical_card_is_shown_for_every_order()
    {
        using var service = new RealService();
        HttpClient client = service.CreateClient();
        JsonObject request = OrderRequests.Selecting(OrderRequests.Bortezomib(), OrderRequests.Acyclovir()).Having("233703007", "interstitial lung disease");
        await OverrideAsync(client, request, "safety.organ-contraindication", "palliative-intent");
        Assert.Single((await SelectAsync(client, request)).CardsOf("safety.organ-contraindication"));
    }

    private static Task<Answer> SelectAsync(HttpClient client, JsonObject request) => client.PostJsonAsync(OrderRequests.Select, request);

    private static async Task OverrideAsync(HttpClient client, JsonObject request, string rule, string reason)
    {
        JsonElement card = Assert.Single((await SelectAsync(client, request)).CardsOf(rule));
        Assert.Contains(reason, card.GetProperty("overrideReasons").EnumerateArray().Select(offered => offered.GetProperty("code").GetString()));
        var entry = new JsonObject
        {
            ["card"] = card.GetProperty("uuid").GetString(),
            ["outcome"] = "overridden",
            ["overrideReason"] = new JsonObject { ["reason"] = new JsonObject { ["code"] = reason, ["system"] = CodeSystems.OverrideReason } },
            ["outcomeTimestamp"] = "2026-11-20T08:15:30Z",
        };
        Answer answer = await client.PostJsonAsync(OrderRequests.Select + "/feedback", new JsonObject { ["feedback"] = new JsonArray(entry) });
        Assert.Equal(200, answer.Status);
    }
}
