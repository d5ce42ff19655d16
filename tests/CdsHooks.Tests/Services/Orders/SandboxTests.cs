using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Services.Orders;

/// <summary>Section 13 of the checklist: requests as the public CDS Hooks Sandbox writes them.</summary>
public sealed class SandboxTests(RealService service) : IClassFixture<RealService>
{
    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task B5_order_select_before_a_drug_is_chosen_is_silent()
    {
        JsonObject draft = RequestDraft();
        draft.Remove("medicationCodeableConcept");
        draft.Remove("intent");
        Assert.Equal("{\"cards\":[]}", (await _client.PostJsonAsync(OrderRequests.Select, Sandbox("order-select", draft))).Body);
    }

    [Fact]
    public async Task B5_order_select_with_a_bundle_without_type_and_no_encounter_is_judged()
    {
        Answer answer = await _client.PostJsonAsync(OrderRequests.Select, Sandbox("order-select", RequestDraft()));
        Assert.Equal(200, answer.Status);
        Assert.Single(answer.CardsOf("safety.prophylaxis"));
    }

    [Fact]
    public async Task B5_order_sign_with_a_category_that_is_an_object_is_judged()
    {
        JsonObject draft = RequestDraft();
        draft["category"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://terminology.hl7.org/CodeSystem/medicationrequest-category", ["code"] = "inpatient" }) };
        JsonObject request = Sandbox("order-sign", draft).Without("context.selections");
        Answer answer = await _client.PostJsonAsync(OrderRequests.Sign, request);
        Assert.Equal(200, answer.Status);
        Assert.Single(answer.CardsOf("safety.prophylaxis"));
    }

    [Fact]
    public async Task B5_A_dose_in_pills_is_no_reason_to_complain()
    {
        JsonObject draft = RequestDraft();
        draft["dosageInstruction"] = new JsonArray(new JsonObject
        {
            ["doseAndRate"] = new JsonArray(new JsonObject { ["doseQuantity"] = new JsonObject { ["value"] = 1, ["system"] = "http://unitsofmeasure.org", ["code"] = "{pill}" } }),
            ["timing"] = new JsonObject { ["repeat"] = new JsonObject { ["frequency"] = 1, ["period"] = 1, ["periodUnit"] = "d" } },
        });
        Answer answer = await _client.PostJsonAsync(OrderRequests.Select, Sandbox("order-select", draft));
        Assert.Empty(answer.CardsOf("safety.dose-range"));
    }

    [Fact]
    public async Task B6_Keys_that_failed_are_absent_and_named()
    {
        JsonObject request = Sandbox("order-select", RequestDraft()).Without("prefetch.allergies").Without("prefetch.procedures");
        Answer answer = await _client.PostJsonAsync(OrderRequests.Select, request);
        Assert.Single(answer.CardsOf("safety.prophylaxis"));
        Assert.Contains("allergies", Assert.Single(answer.CardsOf("workup.missing")).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task B9_B11_Cards_and_suggestions_carry_what_the_dismiss_menu_and_feedback_need()
    {
        JsonElement card = Assert.Single((await _client.PostJsonAsync(OrderRequests.Select, Sandbox("order-select", RequestDraft()))).CardsOf("safety.prophylaxis"));
        Assert.True(Guid.TryParse(card.GetProperty("uuid").GetString(), out _));
        Assert.All(card.GetProperty("suggestions").EnumerateArray(), suggestion => Assert.True(Guid.TryParse(suggestion.GetProperty("uuid").GetString(), out _)));
        Assert.All(card.GetProperty("overrideReasons").EnumerateArray(), reason => Assert.NotEqual("", reason.GetProperty("display").GetString()));
    }

    [Fact]
    public async Task B10_The_first_action_changes_the_form_a_new_drug_has_text_and_code()
    {
        Answer answer = await _client.PostJsonAsync(OrderRequests.Select, Sandbox("order-select", RequestDraft()));
        JsonElement concept = Assert.Single(answer.CardsOf("safety.prophylaxis")).Actions().First().GetProperty("resource").GetProperty("medicationCodeableConcept");
        Assert.NotEqual("", concept.GetProperty("text").GetString());
        Assert.NotEqual("", concept.GetProperty("coding")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task B10_A_changed_dose_keeps_text_and_code_of_the_drug()
    {
        JsonObject draft = OrderRequests.Draft("request-123", "lenalidomide", "342369", 25);
        JsonObject request = Sandbox("order-select", draft).Observed("creatinine-clearance", OrderRequests.Quantity(40, "mL/min"));
        Answer answer = await _client.PostJsonAsync(OrderRequests.Select, request);
        JsonElement resource = Assert.Single(Assert.Single(answer.CardsOf("safety.renal-dose")).Actions()).GetProperty("resource");
        Assert.Equal("request-123", resource.GetProperty("id").GetString());
        Assert.Equal("lenalidomide", resource.GetProperty("medicationCodeableConcept").GetProperty("text").GetString());
        Assert.Equal("342369", resource.GetProperty("medicationCodeableConcept").GetProperty("coding")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task B10_A_deletion_names_the_order_of_the_form()
    {
        JsonObject request = Sandbox("order-select", RequestDraft()).Having("233703007", "interstitial lung disease");
        JsonElement action = Assert.Single(Assert.Single((await _client.PostJsonAsync(OrderRequests.Select, request)).CardsOf("safety.organ-contraindication")).Actions());
        Assert.Equal("MedicationRequest/request-123", action.GetProperty("resourceId").GetString());
    }

    private static JsonObject RequestDraft() => OrderRequests.Draft("request-123", "bortezomib", "358258");

    private static JsonObject Sandbox(string hook, JsonObject draft)
    {
        JsonObject request = OrderRequests.Selecting(draft).With("hook", hook).With("context.userId", "Practitioner/COREPRACTITIONER1")
            .With("fhirServer", "https://r4.example.org/fhir");
        request["context"]!["draftOrders"]!.AsObject().Remove("type");
        return request;
    }
}
