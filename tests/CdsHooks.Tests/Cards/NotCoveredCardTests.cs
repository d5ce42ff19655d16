using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Services.Orders;

namespace Cds.CdsHooks.Tests.Cards;

/// <summary>A drug that runs and that rules cover in part, or not at all, is named on a card: also where only its doses are on record.</summary>
public sealed class NotCoveredCardTests(RealService service) : IClassFixture<RealService>
{
    private readonly HttpClient _client = service.CreateClient();

    [Theory]
    [InlineData("en", "teclistamab", "2026-11-18", "Rules here cover teclistamab in part only; for the rest follow its label", "treatment of cytokine release")]
    [InlineData("ja", "teclistamab", "2026-11-18", "テクリスタマブに関する本サービスの規則は一部のみ。その他は添付文書に従う", "サイトカイン放出症候群")]
    [InlineData("en", "selinexor", "2026-11-18", "No rule here covers selinexor; follow its label", "dose, side effects and combinations")]
    public async Task A_drug_of_which_a_dose_was_given_is_named(string language, string drug, string day, string summary, string what)
    {
        JsonElement card = Assert.Single((await ViewAsync(drug, day, language)).CardsOf("safety.not-covered"));
        CardRules.Check(card, "http://localhost");
        Assert.Equal(("info", summary), (card.GetProperty("indicator").GetString(), card.GetProperty("summary").GetString()));
        Assert.Contains(what, card.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_ended_is_not() => Assert.Empty((await ViewAsync("teclistamab", "2026-09-01", "en")).CardsOf("safety.not-covered"));

    private Task<Answer> ViewAsync(string drug, string day, string language)
    {
        JsonObject request = HookRequests.Valid();
        request["prefetch"]!["conditions"] = HookRequests.Bundle(new JsonObject
        {
            ["resourceType"] = "Condition",
            ["id"] = "mm",
            ["clinicalStatus"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://terminology.hl7.org/CodeSystem/condition-clinical", ["code"] = "active" }) },
            ["code"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://hl7.org/fhir/sid/icd-10", ["code"] = "C90.0" }) },
            ["subject"] = new JsonObject { ["reference"] = "Patient/p1" },
        });
        request["prefetch"]!["medicationAdministrations"] = HookRequests.Bundle(new JsonObject
        {
            ["resourceType"] = "MedicationAdministration",
            ["id"] = "dose",
            ["status"] = "completed",
            ["medicationCodeableConcept"] = new JsonObject { ["text"] = drug },
            ["subject"] = new JsonObject { ["reference"] = "Patient/p1" },
            ["effectiveDateTime"] = day,
        });
        return _client.PostJsonAsync($"{HookRequests.PatientView}?asOf=2026-11-20&lang={language}", request);
    }
}
