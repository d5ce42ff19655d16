using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Services.Orders;

/// <summary>What the order hooks answer: cards about the judged orders only, and actions that a client can run.</summary>
public sealed class OrderCardTests(RealService service) : IClassFixture<RealService>
{
    private const string LungDisease = "233703007", Pregnant = "77386006";

    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task C1_Nothing_to_say_is_an_empty_list()
    {
        Answer answer = await SignAsync(OrderRequests.Signing(OrderRequests.Bortezomib(), OrderRequests.Acyclovir()).Screened());
        Assert.Equal(200, answer.Status);
        Assert.Equal("application/json", answer.MediaType);
        Assert.Equal("{\"cards\":[]}", answer.Body);
    }

    [Fact]
    public async Task H4_Advice_of_order_select_concerns_the_selected_orders_and_the_rest_is_background()
    {
        Answer lenalidomide = await SelectAsync(OrderRequests.Selecting(OrderRequests.Lenalidomide(), OrderRequests.Bortezomib()));
        Assert.Contains(lenalidomide.CardsOf("safety.prophylaxis"), card => Summary(card).StartsWith("Lenalidomide", StringComparison.Ordinal));
        Assert.DoesNotContain(lenalidomide.Cards.EnumerateArray(), card => Summary(card).Contains("Bortezomib", StringComparison.Ordinal));

        Answer covered = await SelectAsync(OrderRequests.Selecting(OrderRequests.Bortezomib(), OrderRequests.Acyclovir()));
        Assert.Empty(covered.CardsOf("safety.prophylaxis"));
    }

    [Fact]
    public async Task H5_order_sign_judges_every_order_whatever_its_status()
    {
        JsonObject changed = OrderRequests.Lenalidomide();
        changed["status"] = "active";
        Answer answer = await SignAsync(OrderRequests.Signing(OrderRequests.Bortezomib(), changed).Taking(changed));
        Assert.Equal(2, answer.CardsOf("safety.prophylaxis").Length);
        Assert.Empty(answer.CardsOf("safety.duplicate"));
    }

    [Fact]
    public async Task Missing_prophylaxis_is_one_card_with_the_drug_to_create()
    {
        JsonElement card = Assert.Single((await SelectAsync(OrderRequests.Selecting(OrderRequests.Bortezomib()))).CardsOf("safety.prophylaxis"));
        Assert.Equal("warning", card.GetProperty("indicator").GetString());
        Assert.Equal("safety", card.GetProperty("source").GetProperty("topic").GetProperty("code").GetString());
        Assert.Equal("at-most-one", card.GetProperty("selectionBehavior").GetString());
        JsonElement action = card.Actions().First();
        JsonElement drug = action.GetProperty("resource");
        Assert.Equal("create", action.GetProperty("type").GetString());
        Assert.Equal("draft", drug.GetProperty("status").GetString());
        Assert.Equal("proposal", drug.GetProperty("intent").GetString());
        Assert.Equal("Patient/p1", drug.GetProperty("subject").GetProperty("reference").GetString());
        Assert.Equal("281", drug.GetProperty("medicationCodeableConcept").GetProperty("coding")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task N3_N5_An_unsuitable_order_is_offered_for_deletion_by_its_reference()
    {
        Answer answer = await SelectAsync(OrderRequests.Selecting(OrderRequests.Bortezomib(), OrderRequests.Acyclovir()).Having(LungDisease, "interstitial lung disease"));
        JsonElement card = Assert.Single(answer.CardsOf("safety.organ-contraindication"));
        Assert.Equal("critical", card.GetProperty("indicator").GetString());
        JsonElement action = Assert.Single(card.Actions());
        Assert.Equal("delete", action.GetProperty("type").GetString());
        Assert.Equal("MedicationRequest/bor", action.GetProperty("resourceId").GetString());
        Assert.False(action.TryGetProperty("resource", out _));
    }

    [Fact]
    public async Task N2_N4_A_dose_is_changed_by_the_whole_resource_under_its_own_id()
    {
        JsonObject draft = OrderRequests.Lenalidomide(dose: 25);
        draft["category"] = Text("outpatient");
        draft["note"] = new JsonArray(new JsonObject { ["text"] = "as discussed" });
        draft["encounter"] = null;
        draft["supportingInformation"] = new JsonArray();
        draft.Remove("intent");
        Answer answer = await SelectAsync(OrderRequests.Selecting(draft, OrderRequests.Aspirin()).Observed("creatinine-clearance", OrderRequests.Quantity(45, "mL/min")));
        JsonElement action = Assert.Single(Assert.Single(answer.CardsOf("safety.renal-dose")).Actions());
        Assert.Equal("update", action.GetProperty("type").GetString());
        JsonElement changed = action.GetProperty("resource");
        Assert.Equal("MedicationRequest", changed.GetProperty("resourceType").GetString());
        Assert.Equal("len", changed.GetProperty("id").GetString());
        Assert.Equal("draft", changed.GetProperty("status").GetString());
        Assert.Equal("proposal", changed.GetProperty("intent").GetString());
        Assert.Equal("Patient/p1", changed.GetProperty("subject").GetProperty("reference").GetString());
        Assert.Equal("342369", changed.GetProperty("medicationCodeableConcept").GetProperty("coding")[0].GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Array, changed.GetProperty("category").ValueKind);
        Assert.Equal("as discussed", changed.GetProperty("note")[0].GetProperty("text").GetString());
        Assert.False(changed.TryGetProperty("encounter", out _));
        Assert.False(changed.TryGetProperty("supportingInformation", out _));
        JsonElement dosage = changed.GetProperty("dosageInstruction")[0];
        Assert.Equal(10m, dosage.GetProperty("doseAndRate")[0].GetProperty("doseQuantity").GetProperty("value").GetDecimal());
        Assert.Equal("mg", dosage.GetProperty("doseAndRate")[0].GetProperty("doseQuantity").GetProperty("code").GetString());
        Assert.Equal(1, dosage.GetProperty("timing").GetProperty("repeat").GetProperty("frequency").GetInt32());
        Assert.DoesNotContain("as written by the prescriber", changed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task S3_Replacing_a_drug_deletes_first_and_creates_then()
    {
        JsonObject zoledronicAcid = OrderRequests.Draft("zol", "zoledronic acid", "77655", 4);
        Answer answer = await SelectAsync(OrderRequests.Selecting(zoledronicAcid)
            .Observed("creatinine-clearance", OrderRequests.Quantity(20, "mL/min"))
            .Observed("calcium", OrderRequests.Quantity(9.2m, "mg/dL")).Observed("albumin", OrderRequests.Quantity(4.1m, "g/dL")));
        JsonElement card = Assert.Single(answer.CardsOf("safety.renal-dose"));
        Assert.Equal("critical", card.GetProperty("indicator").GetString());
        JsonElement replace = card.GetProperty("suggestions").EnumerateArray().Single(suggestion => suggestion.GetProperty("label").GetString() == "denosumab");
        Assert.Equal(["delete", "create"], replace.GetProperty("actions").EnumerateArray().Select(action => action.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task N5_An_order_without_an_id_cannot_be_changed_and_is_not()
    {
        JsonObject draft = OrderRequests.Bortezomib();
        draft.Remove("id");
        Answer answer = await SignAsync(OrderRequests.Signing(draft).Having(LungDisease, "interstitial lung disease"));
        Assert.Empty(Assert.Single(answer.CardsOf("safety.organ-contraindication")).Actions());
    }

    [Fact]
    public async Task A_duplicate_of_an_active_order_is_named()
    {
        Answer answer = await SelectAsync(OrderRequests.Selecting(OrderRequests.Lenalidomide("new")).Taking(OrderRequests.Lenalidomide("old")));
        JsonElement action = Assert.Single(Assert.Single(answer.CardsOf("safety.duplicate")).Actions());
        Assert.Equal("MedicationRequest/new", action.GetProperty("resourceId").GetString());
    }

    [Fact]
    public async Task A_dose_ten_times_too_large_is_critical_and_lowered_to_the_regimen()
    {
        Answer answer = await SelectAsync(OrderRequests.Selecting(OrderRequests.Bortezomib(dose: 22m))
            .Observed("height", OrderRequests.Quantity(160, "cm")).Observed("weight", OrderRequests.Quantity(60, "kg")));
        JsonElement card = Assert.Single(answer.CardsOf("safety.dose-range"));
        Assert.Equal("critical", card.GetProperty("indicator").GetString());
        JsonElement dose = Assert.Single(card.Actions()).GetProperty("resource").GetProperty("dosageInstruction")[0].GetProperty("doseAndRate")[0].GetProperty("doseQuantity");
        Assert.InRange(dose.GetProperty("value").GetDecimal(), 2m, 3m);
        Assert.Equal("mg", dose.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Daratumumab_asks_for_blood_group_and_hepatitis_B_check_as_service_requests()
    {
        Answer answer = await SelectAsync(OrderRequests.Selecting(OrderRequests.Draft("dar", "daratumumab", "1721947")));
        JsonElement blood = Assert.Single(answer.CardsOf("safety.pre-daratumumab"));
        Assert.All(blood.Actions(), action => Assert.Equal("ServiceRequest", action.GetProperty("resource").GetProperty("resourceType").GetString()));
        JsonElement card = Assert.Single(answer.CardsOf("safety.hepatitis-b"));
        Assert.All(card.Actions(), action => Assert.Equal("ServiceRequest", action.GetProperty("resource").GetProperty("resourceType").GetString()));
        Assert.Contains(card.Actions(), action => action.GetProperty("resource").ToString().Contains("5196-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_immunomodulator_names_the_pregnancy_precautions_and_recorded_pregnancy_is_critical()
    {
        JsonElement named = Assert.Single((await SelectAsync(OrderRequests.Selecting(OrderRequests.Lenalidomide()))).CardsOf("safety.pregnancy"));
        Assert.Equal("info", named.GetProperty("indicator").GetString());
        Assert.Contains("contraception", named.GetProperty("detail").GetString(), StringComparison.Ordinal);

        Answer answer = await SelectAsync(OrderRequests.Selecting(OrderRequests.Lenalidomide()).Having(Pregnant, "pregnancy"));
        JsonElement critical = Assert.Single(answer.CardsOf("safety.pregnancy"));
        Assert.Equal("critical", critical.GetProperty("indicator").GetString());
        Assert.Equal("critical", answer.Cards[0].GetProperty("indicator").GetString());
    }

    [Fact]
    public async Task What_is_missing_to_judge_a_dose_is_named_on_a_card()
    {
        Answer answer = await SelectAsync(OrderRequests.Selecting(OrderRequests.Lenalidomide(dose: 25), OrderRequests.Aspirin()));
        JsonElement card = Assert.Single(answer.CardsOf("workup.missing"));
        Assert.Contains("creatinine", card.Assessment().GetProperty("missing").EnumerateArray().Select(fact => fact.GetString()));
    }

    [Fact]
    public async Task Data_that_were_not_sent_are_named_and_never_count_as_absent()
    {
        Answer answer = await SelectAsync(OrderRequests.Selecting(OrderRequests.Bortezomib()).Without("prefetch.medicationRequests"));
        Assert.Empty(answer.CardsOf("safety.prophylaxis"));
        Assert.Contains("medicationRequests", Assert.Single(answer.CardsOf("workup.missing")).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_an_active_order_is_neither_missed_nor_proposed_again()
    {
        JsonObject daratumumab = OrderRequests.Draft("dar", "daratumumab", "1721947");
        Answer answer = await SelectAsync(OrderRequests.Selecting(daratumumab).Awaiting("http://loinc.org", "5196-1"));
        JsonElement card = Assert.Single(answer.CardsOf("safety.pre-daratumumab"));
        Assert.StartsWith("Daratumumab: no blood group on record; order: ABO blood group", Summary(card), StringComparison.Ordinal);

        Answer forgotten = await SelectAsync(OrderRequests.Selecting(daratumumab).Awaiting("http://loinc.org", "5196-1", "2026-01-10"));
        Assert.Contains("hepatitis B", Summary(Assert.Single(forgotten.CardsOf("safety.hepatitis-b"))), StringComparison.Ordinal);

        Answer dental = await SelectAsync(OrderRequests.Selecting(OrderRequests.Draft("zol", "zoledronic acid", "77655", 4))
            .Awaiting("https://myeloma-cds.example.org/fhir/CodeSystem/action", "dental-referral")
            .Awaiting("http://loinc.org", "2160-0"));
        Assert.Empty(dental.CardsOf("safety.prophylaxis"));
        Assert.DoesNotContain(Assert.Single(dental.CardsOf("workup.missing")).Actions(), action => action.ToString().Contains("2160-0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Clients_that_do_not_send_the_orders_of_examinations_get_no_card_for_it()
    {
        JsonObject request = OrderRequests.Signing(OrderRequests.Bortezomib(), OrderRequests.Acyclovir()).Screened().Without("prefetch.serviceRequests");
        Assert.Equal("{\"cards\":[]}", (await SignAsync(request)).Body);
    }

    [Theory]
    [InlineData("bor")]
    [InlineData("MedicationRequest/bor")]
    [InlineData("MedicationRequest/bor/_history/2")]
    [InlineData("https://ehr.example.org/fhir/MedicationRequest/bor")]
    public async Task H4_Selections_are_found_by_reference_address_or_id(string selection)
    {
        JsonObject request = OrderRequests.Selecting(OrderRequests.Bortezomib(), OrderRequests.Lenalidomide()).With("context.selections", new JsonArray(selection));
        JsonElement card = Assert.Single((await SelectAsync(request)).CardsOf("safety.prophylaxis"));
        Assert.StartsWith("Bortezomib", Summary(card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_drug_that_does_not_work_any_more_comes_before_its_dose()
    {
        JsonObject progression = new()
        {
            ["resourceType"] = "Observation",
            ["id"] = "pd",
            ["status"] = "final",
            ["code"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://loinc.org", ["code"] = "97509-4" }) },
            ["subject"] = new JsonObject { ["reference"] = "Patient/p1" },
            ["effectiveDateTime"] = "2026-08-20",
            ["valueCodeableConcept"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://snomed.info/sct", ["code"] = "271299001" }) },
        };
        JsonObject given = new()
        {
            ["resourceType"] = "MedicationStatement",
            ["id"] = "given",
            ["status"] = "completed",
            ["medicationCodeableConcept"] = OrderRequests.Lenalidomide()["medicationCodeableConcept"]!.DeepClone(),
            ["subject"] = new JsonObject { ["reference"] = "Patient/p1" },
            ["effectivePeriod"] = new JsonObject { ["start"] = "2026-03-01", ["end"] = "2026-08-01" },
        };
        JsonObject request = OrderRequests.Selecting(OrderRequests.Lenalidomide(dose: 25), OrderRequests.Aspirin())
            .Observed("creatinine-clearance", OrderRequests.Quantity(45, "mL/min"))
            .Adding("localCodes", progression).Adding("medicationStatements", given);
        string[] ids = [.. (await SelectAsync(request)).Cards.EnumerateArray().Select(card => card.Assessment().GetProperty("id").GetString()!)];
        Assert.Equal(["safety.refractory-drug", "safety.renal-dose", "safety.pregnancy"], ids);
    }

    [Fact]
    public async Task R8_A_draft_for_another_patient_is_not_judged()
    {
        JsonObject foreign = OrderRequests.Bortezomib();
        foreign["subject"] = new JsonObject { ["reference"] = "Patient/p2" };
        Answer answer = await SignAsync(OrderRequests.Signing(foreign));
        Assert.Empty(answer.CardsOf("safety.prophylaxis"));
    }

    [Fact]
    public async Task A_patient_without_a_plasma_cell_disorder_gets_no_card()
    {
        JsonObject request = OrderRequests.Signing(OrderRequests.Bortezomib(), OrderRequests.Lenalidomide()).With("prefetch.conditions", HookRequests.Bundle());
        Assert.Equal("{\"cards\":[]}", (await SignAsync(request)).Body);
    }

    [Fact]
    public async Task A_drug_in_a_Medication_beside_the_orders_is_found()
    {
        JsonObject order = OrderRequests.Bortezomib();
        order.Remove("medicationCodeableConcept");
        order["medicationReference"] = new JsonObject { ["reference"] = "Medication/m1" };
        var medication = new JsonObject
        {
            ["resourceType"] = "Medication",
            ["id"] = "m1",
            ["code"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://www.nlm.nih.gov/research/umls/rxnorm", ["code"] = "358258" }) },
        };
        Assert.Single((await SignAsync(OrderRequests.Signing(order, medication))).CardsOf("safety.prophylaxis"));
    }

    [Fact]
    public async Task C3_C7_J2_S1_S2_O1_Cards_of_the_order_hooks_are_well_formed_in_both_languages()
    {
        JsonObject request = OrderRequests.Signing(
            OrderRequests.Bortezomib(dose: 22m), OrderRequests.Lenalidomide(dose: 50), OrderRequests.Draft("zol", "zoledronic acid", "77655", 8),
            OrderRequests.Draft("den", "denosumab", "993449", 60), OrderRequests.Draft("dar", "daratumumab", "1721947"))
            .Having(LungDisease, "interstitial lung disease").Having(Pregnant, "pregnancy").Taking(OrderRequests.Lenalidomide("old"))
            .Observed("creatinine-clearance", OrderRequests.Quantity(20, "mL/min")).Observed("calcium", OrderRequests.Quantity(7, "mg/dL"));
        foreach (string language in new[] { "en", "ja" })
        {
            Answer answer = await _client.PostJsonAsync($"{OrderRequests.Sign}?lang={language}", request);
            Assert.Equal(200, answer.Status);
            Assert.Equal(8, answer.Cards.GetArrayLength());
            Assert.DoesNotContain("{drug}", answer.Body, StringComparison.Ordinal);
            Assert.DoesNotMatch("\\{(findings|reasons|dose|limit|others|first)\\}", answer.Body);
            var uuids = new HashSet<string?>();
            foreach (JsonElement card in answer.Cards.EnumerateArray())
            {
                Assert.InRange(Summary(card).Length, 1, 139);
                Assert.DoesNotContain("…", Summary(card), StringComparison.Ordinal);
                Assert.True(uuids.Add(card.GetProperty("uuid").GetString()));
                Assert.Equal(card.TryGetProperty("suggestions", out _), card.TryGetProperty("selectionBehavior", out JsonElement behavior));
                AssertNoEmptyMember(card, "$");
                foreach (JsonElement action in card.Actions())
                {
                    Assert.NotEqual("", action.GetProperty("description").GetString());
                    string type = action.GetProperty("type").GetString()!;
                    Assert.Equal(type == "delete", action.TryGetProperty("resourceId", out _));
                    Assert.Equal(type != "delete", action.TryGetProperty("resource", out _));
                }

                if (card.TryGetProperty("suggestions", out JsonElement suggestions) && behavior.GetString() == "at-most-one")
                    Assert.InRange(suggestions.EnumerateArray().Count(s => s.TryGetProperty("isRecommended", out JsonElement recommended) && recommended.GetBoolean()), 0, 1);
            }
        }
    }

    private static string Summary(JsonElement card) => card.GetProperty("summary").GetString()!;

    private static JsonObject Text(string text) => new() { ["text"] = text };

    private static void AssertNoEmptyMember(JsonElement value, string path)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.True(value.EnumerateObject().Any(), path);
                foreach (JsonProperty member in value.EnumerateObject()) AssertNoEmptyMember(member.Value, $"{path}.{member.Name}");
                break;
            case JsonValueKind.Array:
                Assert.True(value.GetArrayLength() > 0, path);
                foreach (JsonElement item in value.EnumerateArray()) AssertNoEmptyMember(item, path + "[]");
                break;
            case JsonValueKind.String:
                Assert.True(value.GetString()!.Length > 0, path);
                break;
            default:
                Assert.NotEqual(JsonValueKind.Null, value.ValueKind);
                break;
        }
    }

    private Task<Answer> SelectAsync(JsonObject request) => _client.PostJsonAsync(OrderRequests.Select, request);

    private Task<Answer> SignAsync(JsonObject request) => _client.PostJsonAsync(OrderRequests.Sign, request);
}
