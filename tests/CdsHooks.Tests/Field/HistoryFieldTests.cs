using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Samples;

namespace Cds.CdsHooks.Tests.Field;

/// <summary>Field cases about the recorded history, over the wire: records that nobody can identify, and whose data they are.</summary>
public sealed class HistoryFieldTests(RealService service) : IClassFixture<RealService>
{
    private const string Assessment = "org.myeloma-cds.assessment";

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "CdsHooks.Tests", "Field");

    private readonly HttpClient _client = service.CreateClient();

    public static TheoryData<string> Unread() => Files("unread-*.json");

    [Theory]
    [MemberData(nameof(Unread))]
    public async Task What_rests_on_a_history_with_an_unidentified_record_is_open(string file)
    {
        JsonNode root = Read(file);
        Answer answer = await _client.PostTextAsync("/assessments?asOf=2026-11-20", root["bundle"]!.ToJsonString(), "application/fhir+json");
        Assert.True(answer.Status == 200, answer.Body);
        foreach (JsonNode? wanted in root["expected"]!["recommendations"]!.AsArray())
        {
            string id = wanted!["id"]!.GetValue<string>();
            JsonElement? found = answer.Json.GetProperty("recommendations").EnumerateArray().Where(r => r.GetProperty("id").GetString() == id).Select(r => (JsonElement?)r).FirstOrDefault();
            string status = found?.GetProperty("status").GetString() ?? "absent";
            Assert.True(wanted["status"]!.AsArray().Any(s => s!.GetValue<string>() == status), $"{id} is {status}");
            if (status == "indeterminate") Assert.Contains(found!.Value.GetProperty("missing").EnumerateArray(), m => m.GetString() is "medications" or "procedures");
        }

        foreach ((string id, JsonNode? _) in root["expected"]!["conclusions"]!.AsObject())
            Assert.Equal(JsonValueKind.Null, answer.Json.GetProperty("conclusions").EnumerateArray().Single(c => c.GetProperty("id").GetString() == id).GetProperty("value").ValueKind);
        foreach (JsonNode? note in root["expected"]!["notes"]!.AsArray())
            Assert.Contains(answer.Json.GetProperty("notes").EnumerateArray(), n => n.GetProperty("resource").GetString() == note!.GetValue<string>());
    }

    [Theory]
    [MemberData(nameof(Unread))]
    public async Task One_line_says_how_many_records_could_not_be_identified_and_what_waits(string file)
    {
        JsonNode root = Read(file);
        JsonElement card = Assert.Single((await Cards(root["bundle"]!)).EnumerateArray(), c => SampleTests.CardId(c) == "workup.missing");
        string detail = card.GetProperty("detail").GetString()!;
        Assert.Contains("Records that could not be identified: 1", detail, StringComparison.Ordinal);
        Assert.Contains("Waiting for them: ", detail, StringComparison.Ordinal);
        Answer japanese = await _client.PostJsonAsync(HookRequests.PatientView + "?asOf=2026-11-20&lang=ja", PatientViewRequest.From(root["bundle"]!));
        Assert.Contains(japanese.Cards.EnumerateArray(), c => c.GetProperty("detail").GetString()!.Contains("特定できなかった記録：1件", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_plasma_cell_disorder_an_unidentified_record_makes_no_card()
    {
        JsonNode bundle = Read("unread-code-untreated.json")["bundle"]!;
        JsonArray entries = bundle["entry"]!.AsArray();
        foreach (JsonNode? entry in entries.Where(e => e!["resource"]!["resourceType"]!.GetValue<string>() is "Condition" or "Observation").ToArray()) entries.Remove(entry);
        Assert.Empty((await Cards(bundle)).EnumerateArray());
    }

    [Fact]
    public async Task A_deceased_patient_gets_no_cards_and_a_living_one_does()
    {
        Assert.Empty((await Cards(Read("whose-deceased-date.json")["bundle"]!)).EnumerateArray());
        Assert.Contains((await Cards(Read("whose-living.json")["bundle"]!)).EnumerateArray(), c => SampleTests.CardId(c) == "prophylaxis.herpes-zoster");
        JsonNode later = Read("whose-deceased-date.json")["bundle"]!;
        later["entry"]![0]!["resource"]!["deceasedDateTime"] = "2026-11-21";
        Assert.NotEmpty((await Cards(later)).EnumerateArray());
    }

    [Fact]
    public async Task A_record_that_is_all_another_patients_gives_one_warning()
    {
        JsonElement card = Assert.Single((await Cards(Read("whose-all-old-id.json")["bundle"]!)).EnumerateArray());
        Assert.Equal("warning", card.GetProperty("indicator").GetString());
        Assert.Contains("another patient", card.GetProperty("summary").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_of_long_ago_does_not_drop_its_drug_out_of_a_regimen_and_is_to_be_confirmed()
    {
        JsonObject request = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "stale-dex.json")))!.AsObject();
        Answer answer = await _client.PostJsonAsync(HookRequests.PatientView + "?asOf=2026-11-20", request);
        Assert.True(answer.Status == 200, answer.Body);
        JsonElement card = Assert.Single(answer.Cards.EnumerateArray(), c => SampleTests.CardId(c) == "induction.transplant-eligible");
        JsonElement first = card.GetProperty("suggestions")[0];
        Assert.Contains(first.GetProperty("actions").EnumerateArray(), a => a.GetProperty("resource").GetProperty("medicationCodeableConcept").GetProperty("text").GetString() == "dexamethasone");
        JsonElement option = card.GetProperty("extension").GetProperty(Assessment).GetProperty("options")[0];
        Assert.Contains(option.GetProperty("toConfirm").EnumerateArray(), text => text.GetString()!.StartsWith("whether dexamethasone is still taken", StringComparison.Ordinal));
    }

    private static TheoryData<string> Files(string pattern) =>
        [.. Directory.GetFiles(Path.Combine(Folder, "History"), pattern).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "History", file)))!;

    private async Task<JsonElement> Cards(JsonNode bundle)
    {
        Answer answer = await _client.PostJsonAsync(HookRequests.PatientView + "?asOf=2026-11-20", PatientViewRequest.From(bundle));
        Assert.True(answer.Status == 200, answer.Body);
        return answer.Cards;
    }
}
