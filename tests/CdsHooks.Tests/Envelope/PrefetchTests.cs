using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Envelope;

/// <summary>Section 5.2 of the checklist: what clients send under a prefetch key, and what it means.</summary>
public sealed class PrefetchTests(TestService service) : IClassFixture<TestService>
{
    private static readonly JsonObject Failure = new()
    {
        ["resourceType"] = "OperationOutcome",
        ["issue"] = new JsonArray(new JsonObject { ["severity"] = "error", ["code"] = "exception" }),
    };

    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task P9_Without_prefetch_the_answer_is_412_and_names_the_keys()
    {
        Answer answer = await _client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid().Without("prefetch"));
        answer.IsOperationOutcome(412);
        Assert.Contains("patient", answer.Body, StringComparison.Ordinal);
        Assert.Contains("conditions", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("patient")]
    [InlineData("conditions")]
    public async Task P8_One_of_patient_and_conditions_is_enough(string without) =>
        Assert.Equal(200, (await _client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid().Without("prefetch." + without))).Status);

    [Fact]
    public async Task P10_Operation_outcomes_count_as_failed_and_never_as_data()
    {
        JsonObject request = HookRequests.Valid().With("prefetch.patient", Failure.DeepClone()).With("prefetch.conditions", Failure.DeepClone());
        (await _client.PostJsonAsync(HookRequests.PatientView, request)).IsOperationOutcome(412);
    }

    [Fact]
    public async Task P11_Null_is_known_absence_and_different_from_an_absent_key()
    {
        JsonObject known = HookRequests.Valid().Without("prefetch.patient").With("prefetch.conditions", null);
        JsonObject unknown = HookRequests.Valid().Without("prefetch.patient").Without("prefetch.conditions");
        Assert.Equal(200, (await _client.PostJsonAsync(HookRequests.PatientView, known)).Status);
        (await _client.PostJsonAsync(HookRequests.PatientView, unknown)).IsOperationOutcome(412);
    }

    [Fact]
    public async Task P12_A_page_with_a_next_link_is_named_as_incomplete()
    {
        JsonObject page = HookRequests.Bundle();
        page["link"] = new JsonArray(new JsonObject { ["relation"] = "next", ["url"] = "https://ehr.example.org/fhir?page=2" });
        Answer answer = await _client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid().With("prefetch.conditions", page));
        Assert.Contains("conditions: only a part of the search result was sent", Detail(answer, "workup.missing"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task P12_A_result_with_fewer_entries_than_it_announces_is_named_as_incomplete()
    {
        JsonObject announced = HookRequests.Bundle();
        announced["total"] = 3;
        Answer answer = await _client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid().With("prefetch.conditions", announced));
        Assert.Contains("conditions: only a part of the search result was sent", Detail(answer, "workup.missing"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task P8_What_was_not_sent_is_named_on_a_card()
    {
        Answer answer = await _client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid());
        Assert.Matches("not obtained: [^;]*medicationRequests", Detail(answer, "workup.missing"));
    }

    [Theory]
    [InlineData("patient", "Observation")]
    [InlineData("conditions", "Condition")]
    public async Task P13_A_resource_that_does_not_fit_the_template_is_unusable_and_not_empty(string key, string resourceType)
    {
        JsonObject request = HookRequests.Valid().With("prefetch", new JsonObject { [key] = new JsonObject { ["resourceType"] = resourceType } });
        (await _client.PostJsonAsync(HookRequests.PatientView, request)).IsOperationOutcome(412);
    }

    [Theory]
    [InlineData("\"123\"")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("{\"resourceType\":7}")]
    public async Task P14_A_value_of_an_impossible_type_is_400_with_its_key(string json) =>
        (await _client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid().With("prefetch.conditions", JsonNode.Parse(json))))
            .IsOperationOutcome(400, "$.prefetch.conditions");

    [Theory]
    [InlineData("{\"resourceType\":\"Bundle\"}")]
    [InlineData("{\"resourceType\":\"Bundle\",\"entry\":null}")]
    [InlineData("{\"resourceType\":\"Bundle\",\"entry\":7}")]
    [InlineData("{\"resourceType\":\"Bundle\",\"entry\":[null,7,{},{\"resource\":null},{\"resource\":[]}]}")]
    [InlineData("{\"resourceType\":\"Bundle\",\"link\":7,\"entry\":[]}")]
    [InlineData("{\"resourceType\":\"Bundle\",\"link\":[7,{},{\"relation\":7}],\"entry\":[]}")]
    public async Task P14_Odd_bundles_never_break_the_service(string json) =>
        Assert.InRange((await _client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid().With("prefetch.conditions", JsonNode.Parse(json)))).Status, 200, 499);

    private static string Detail(Answer answer, string id) => answer.Cards.EnumerateArray()
        .Single(card => card.GetProperty("extension").GetProperty("org.myeloma-cds.assessment").GetProperty("id").GetString() == id)
        .GetProperty("detail").GetString()!;
}
