using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Assessments;

/// <summary><c>explain=all</c>: what was left out and why.</summary>
public sealed class ExplainTests(RealService service) : IClassFixture<RealService>
{
    private const string Url = "/assessments?asOf=2026-11-20&lang=en";

    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task Without_it_nothing_is_explained()
    {
        JsonElement recommendations = (await _client.PostJsonAsync(Url, Relapsed())).Json.GetProperty("recommendations");
        Assert.All(recommendations.EnumerateArray(), r => Assert.False(r.TryGetProperty("excluded", out _)));
        Assert.DoesNotContain(recommendations.EnumerateArray(), r => r.GetProperty("status").GetString() == "not-applicable");
    }

    [Fact]
    public async Task Options_that_hold_a_refractory_drug_are_listed_with_the_reason_and_its_data()
    {
        JsonElement refractory = Find(await ExplainAsync(), "relapse.lenalidomide-refractory");
        JsonElement excluded = refractory.GetProperty("excluded").EnumerateArray().First(o => o.GetProperty("reasonCode").GetString() == "refractory");
        Assert.Matches("daratumumab|CD38|lenalidomide", excluded.GetProperty("reason").GetString());
        Assert.NotEqual(0, excluded.GetProperty("basis").GetArrayLength());
    }

    [Fact]
    public async Task Every_option_has_its_reasons_in_full()
    {
        JsonElement refractory = Find(await ExplainAsync(), "relapse.lenalidomide-refractory");
        Assert.All(refractory.GetProperty("options").EnumerateArray(), option =>
            Assert.Equal(option.GetProperty("reasons").GetArrayLength(), option.GetProperty("explanation").GetArrayLength()));
    }

    [Fact]
    public async Task Recommendations_that_do_not_apply_say_which_condition_does_not_hold()
    {
        JsonElement observation = Find(await ExplainAsync(), "observation.mgus");
        Assert.Equal("not-applicable", observation.GetProperty("status").GetString());
        Assert.Contains("Diagnosis", observation.GetProperty("notHolding")[0].GetString(), StringComparison.Ordinal);
        Assert.NotEqual(0, observation.GetProperty("basis").GetArrayLength());
    }

    [Fact]
    public async Task Every_recommendation_of_the_knowledge_base_is_there()
    {
        HashSet<string?> explained = [.. (await ExplainAsync()).GetProperty("recommendations").EnumerateArray().Select(r => r.GetProperty("id").GetString())];
        JsonElement known = (await _client.GetAnswerAsync("/knowledge")).Json.GetProperty("recommendations");

        // Rules of the order hooks look at orders, and an assessment has none.
        Assert.All(known.EnumerateArray().Where(r => r.GetProperty("topic").GetString() != "safety"), r => Assert.Contains(r.GetProperty("id").GetString(), explained));
    }

    [Fact]
    public async Task A_get_with_a_body_is_answered_and_one_without_learns_that_post_is_meant()
    {
        (await _client.GetAnswerAsync("/assessments?explain=all")).IsProblem(405, "method-not-allowed");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Url + "&explain=all", UriKind.Relative))
        {
            Content = new StringContent(Relapsed().ToJsonString(), System.Text.Encoding.UTF8, "application/json"),
        };
        using HttpResponseMessage response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
    }

    private async Task<JsonElement> ExplainAsync() => (await _client.PostJsonAsync(Url + "&explain=all", Relapsed())).Json;

    private static JsonElement Find(JsonElement assessment, string id) =>
        assessment.GetProperty("recommendations").EnumerateArray().Single(r => r.GetProperty("id").GetString() == id);

    /// <summary>Progression under lenalidomide and daratumumab.</summary>
    private static JsonObject Relapsed()
    {
        JsonObject bundle = HookRequests.Bundle(
            Parse("""{ "resourceType": "Patient", "id": "p1", "gender": "female", "birthDate": "1950-04-09" }"""),
            Parse("""
                { "resourceType": "Condition", "id": "mm", "subject": { "reference": "Patient/p1" }, "onsetDateTime": "2024-01-05",
                  "clinicalStatus": { "coding": [ { "system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active" } ] },
                  "code": { "coding": [ { "system": "http://hl7.org/fhir/sid/icd-10", "code": "C90.0" } ] } }
                """),
            Parse("""
                { "resourceType": "MedicationStatement", "id": "len", "status": "active", "subject": { "reference": "Patient/p1" },
                  "medicationCodeableConcept": { "text": "lenalidomide" }, "effectivePeriod": { "start": "2024-02-01" } }
                """),
            Parse("""
                { "resourceType": "MedicationStatement", "id": "dara", "status": "active", "subject": { "reference": "Patient/p1" },
                  "medicationCodeableConcept": { "text": "daratumumab" }, "effectivePeriod": { "start": "2024-02-01" } }
                """),
            Parse("""
                { "resourceType": "Observation", "id": "pd", "status": "final", "subject": { "reference": "Patient/p1" }, "effectiveDateTime": "2026-11-10",
                  "code": { "coding": [ { "system": "http://loinc.org", "code": "97509-4" } ] },
                  "valueCodeableConcept": { "coding": [ { "system": "http://snomed.info/sct", "code": "271299001" } ] } }
                """));
        bundle["type"] = "collection";
        return bundle;
    }

    private static JsonNode Parse(string json) => JsonNode.Parse(json)!;
}
