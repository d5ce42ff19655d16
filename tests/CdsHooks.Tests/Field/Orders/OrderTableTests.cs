using System.Text.Json;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Samples;
using Cds.CdsHooks.Tests.Services.Orders;

namespace Cds.CdsHooks.Tests.Field.Orders;

/// <summary>Draft orders of products, one row each, over both order hooks.</summary>
public sealed class OrderTableTests(RealService service) : IClassFixture<RealService>
{
    private static readonly string[] DoseRules = ["safety.renal-dose", "safety.dose-range"];

    private readonly HttpClient _client = service.CreateClient();

    public static TheoryData<string, string, bool> Rows()
    {
        var rows = new TheoryData<string, string, bool>();
        foreach (string table in new[] { "shared-orders", "own-orders" })
        {
            foreach (OrderRow row in OrderRow.Read(table))
            {
                rows.Add(table, row.Id, false);
                rows.Add(table, row.Id, true);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task An_order_by_product_is_judged_as_expected(string table, string id, bool select)
    {
        OrderRow row = OrderRow.Read(table).Single(r => r.Id == id);
        JsonElement[] cards = await CardsAsync(row, select);
        JsonElement[] doses = [.. cards.Where(card => DoseRules.Contains(SampleTests.CardId(card)))];
        string all = string.Join("\n", cards.Select(card => $"{Indicator(card)} {SampleTests.CardId(card)}: {card.GetProperty("summary")}"));
        switch (row.Expected)
        {
            case "fits":
                Assert.True(doses.Length == 0, all);
                break;
            case "misfit":
                Assert.True(doses.Any(card => Indicator(card) is "warning" or "critical"), all);
                break;
            case "not-judged":
                Assert.True(doses.Length == 0, all);
                int usual = (await CardsAsync(Fitting(row), select)).Length;
                Assert.True(cards.Length == usual + 1, $"{usual} + 1 cards, but\n{all}");
                Assert.Single(cards, card => SampleTests.CardId(card) == "safety.not-judged" && Indicator(card) == "info");
                break;
            case "unidentified":
                Assert.True(cards.Length > 0 && cards.All(card => Indicator(card) == "info"), all);
                break;
            case "else":
                Assert.True(cards.Length == 0, all);
                break;
            default:
                Assert.Fail($"unknown expectation {row.Expected}");
                break;
        }

        foreach (JsonElement changed in cards.SelectMany(card => card.Actions()).Where(action => action.TryGetProperty("resource", out _)).Select(action => action.GetProperty("resource")))
            AssertGiveable(row, changed);
    }

    /// <summary>An order of the same drug in milligrams that fits.</summary>
    private static OrderRow Fitting(OrderRow row) => OrderRow.Read("shared-orders").Concat(OrderRow.Read("own-orders"))
        .First(other => other.Expected == "fits" && other.Columns["ucum"] == "mg" && other.Text.Length > 0 && row.Text.StartsWith(other.Text, StringComparison.Ordinal) && other.Creatinine == row.Creatinine);

    private static void AssertGiveable(OrderRow row, JsonElement order)
    {
        if (row.Code.Length == 0 || row.Strength is not { } strength || !order.GetRawText().Contains($"\"{row.Code}\"", StringComparison.Ordinal)) return;
        JsonElement dose = order.GetProperty("dosageInstruction")[0].GetProperty("doseAndRate")[0].GetProperty("doseQuantity");
        Assert.True(dose.GetProperty("code").GetString() == "mg" && dose.GetProperty("value").GetDecimal() % strength == 0m, order.GetRawText());
    }

    private static string Indicator(JsonElement card) => card.GetProperty("indicator").GetString()!;

    private async Task<JsonElement[]> CardsAsync(OrderRow row, bool select)
    {
        Answer answer = await _client.PostJsonAsync($"{(select ? OrderRequests.Select : OrderRequests.Sign)}?asOf=2026-11-20", row.Request(select));
        Assert.True(answer.Status == 200, answer.Body);
        return [.. answer.Cards.EnumerateArray()];
    }
}
