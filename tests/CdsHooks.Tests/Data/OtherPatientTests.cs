using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Samples;
using Cds.CdsHooks.Tests.Services.Orders;

namespace Cds.CdsHooks.Tests.Data;

/// <summary>A request in which every record belongs to another patient id (merged, or wrong) gets one warning that says so.</summary>
public sealed class OtherPatientTests(RealService service) : IClassFixture<RealService>
{
    private const string CardId = "safety.other-patient";

    private readonly HttpClient _client = service.CreateClient();

    [Theory]
    [InlineData("en", "another patient id")]
    [InlineData("ja", "別の患者ID")]
    public async Task Records_of_another_id_alone_give_one_warning(string language, string words)
    {
        Answer answer = await _client.PostJsonAsync($"{HookRequests.PatientView}?lang={language}", Request(Myeloma("p0")));
        JsonElement card = Assert.Single(answer.Cards.EnumerateArray());
        Assert.Equal(CardId, SampleTests.CardId(card));
        Assert.Equal("warning", card.GetProperty("indicator").GetString());
        Assert.Contains(words, card.GetProperty("summary").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_record_of_the_patient_is_enough_for_the_usual_cards() =>
        Assert.DoesNotContain(CardId, Ids(await _client.PostJsonAsync(HookRequests.PatientView, Request(Myeloma("p0"), Myeloma("p1")))));

    [Fact]
    public async Task A_chart_without_records_is_no_chart_of_another_patient() =>
        Assert.DoesNotContain(CardId, Ids(await _client.PostJsonAsync(HookRequests.PatientView, Request())));

    [Fact]
    public async Task An_order_for_the_patient_does_not_hide_that_the_records_are_of_another()
    {
        JsonObject request = OrderRequests.Signing(OrderRequests.Draft("d1", "lenalidomide", "342369", 25m));
        foreach (string key in request["prefetch"]!.AsObject().Select(member => member.Key).Where(key => key != "patient").ToArray()) request["prefetch"]![key] = HookRequests.Bundle();
        request["prefetch"]!["conditions"] = HookRequests.Bundle(Myeloma("p0"));
        Answer answer = await _client.PostJsonAsync(OrderRequests.Sign, request);
        Assert.Contains(CardId, Ids(answer));
    }

    private static JsonObject Request(params JsonNode[] conditions) => HookRequests.Valid().With("prefetch.conditions", HookRequests.Bundle(conditions));

    private static JsonObject Myeloma(string patient) => new()
    {
        ["resourceType"] = "Condition",
        ["id"] = "mm-" + patient,
        ["subject"] = new JsonObject { ["reference"] = "Patient/" + patient },
        ["code"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://snomed.info/sct", ["code"] = "109989006" }) },
        ["clinicalStatus"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://terminology.hl7.org/CodeSystem/condition-clinical", ["code"] = "active" }) },
    };

    private static string[] Ids(Answer answer) => [.. answer.Cards.EnumerateArray().Select(SampleTests.CardId)];
}
