using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Samples;

/// <summary>What was not read is unknown: recommendations that rest on it are not shown, and the answer says what is missing (docs/contract/reading.md, 12).</summary>
public sealed class UnreadHistoryTests(RealService service) : IClassFixture<RealService>
{
    private static readonly string[] MedicationKeys = ["medicationRequests", "medicationStatements", "medicationAdministrations", "medicationDispenses"];

    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task Without_medications_no_one_counts_as_untreated()
    {
        string[] cards = await CardsAsync("newly-diagnosed-transplant-eligible", request => Remove(request, MedicationKeys));
        Assert.DoesNotContain("induction.transplant-eligible", cards);
        Assert.DoesNotContain("bone.antiresorptive", cards);
        Assert.Contains("workup.missing", cards);
    }

    [Fact]
    public async Task Failed_medication_searches_are_not_read_as_no_medication()
    {
        string[] cards = await CardsAsync("newly-diagnosed-transplant-eligible", request =>
        {
            foreach (string key in MedicationKeys) request["prefetch"]![key] = Failure();
        });
        Assert.DoesNotContain("induction.transplant-eligible", cards);
    }

    [Fact]
    public async Task Medications_searched_and_not_found_are_none() =>
        Assert.Contains("induction.transplant-eligible", await CardsAsync("newly-diagnosed-transplant-eligible", request =>
        {
            foreach (string key in MedicationKeys) request["prefetch"]![key] = null;
        }));

    [Fact]
    public async Task Without_allergies_aspirin_is_still_proposed_and_the_card_says_what_was_not_read()
    {
        Answer answer = await AnswerAsync("lenalidomide-without-thromboprophylaxis", request => Remove(request, "allergies"));
        JsonElement card = answer.Cards.EnumerateArray().Single(card => SampleTests.CardId(card) == "workup.missing");
        Assert.Matches("not obtained: [^;]*allergies", card.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Without_procedures_no_dental_check_is_claimed_to_be_missing() =>
        Assert.DoesNotContain("bone.dental-check", await CardsAsync("bone-lesions-no-dental-check", request => Remove(request, "procedures")));

    [Fact]
    public async Task Without_conditions_transplantation_is_undecided()
    {
        string[] cards = await CardsAsync("newly-diagnosed-transplant-eligible", request => Remove(request, "conditions"));
        Assert.DoesNotContain("induction.transplant-eligible", cards);
        Assert.DoesNotContain("induction.transplant-ineligible", cards);
    }

    [Fact]
    public async Task Another_patients_results_in_the_prefetch_change_nothing()
    {
        string[] cards = await CardsAsync("newly-diagnosed-transplant-eligible", request =>
        {
            foreach (JsonNode? entry in request["prefetch"]!["chemistry"]!["entry"]!.AsArray()) entry!["resource"]!["subject"]!["reference"] = "Patient/somebody-else";
        });
        Assert.Contains("induction.transplant-eligible", cards);
        Assert.Contains("workup.missing", cards);
    }

    private async Task<string[]> CardsAsync(string sample, Action<JsonObject> change) =>
        [.. (await AnswerAsync(sample, change)).Cards.EnumerateArray().Select(SampleTests.CardId)];

    private async Task<Answer> AnswerAsync(string sample, Action<JsonObject> change)
    {
        string file = Path.Combine(Repository.Samples, sample + ".json");
        JsonObject request = PatientViewRequest.From(JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!);
        change(request);
        Answer answer = await _client.PostJsonAsync(HookRequests.PatientView, request);
        Assert.True(answer.Status == 200, answer.Body);
        return answer;
    }

    private static void Remove(JsonObject request, params string[] keys)
    {
        foreach (string key in keys) request["prefetch"]!.AsObject().Remove(key);
    }

    private static JsonObject Failure() => new()
    {
        ["resourceType"] = "OperationOutcome",
        ["issue"] = new JsonArray(new JsonObject { ["severity"] = "error", ["code"] = "exception" }),
    };
}
