using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Samples;
using Cds.CdsHooks.Tests.Services.Orders;

namespace Cds.CdsHooks.Tests.Specification;

/// <summary>Sections 7 and 12 of the checklist, held against the answers of the running app with the shipped knowledge.</summary>
public sealed class AnswerTests(RealService service) : IClassFixture<RealService>
{
    private readonly HttpClient _client = service.CreateClient();

    public static TheoryData<string> Samples() => new(SampleReadme.Rows.Select(row => row.File));

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task C2_S4_L4_Y1_E1_Answers_to_patient_view_hold_no_member_that_the_specification_does_not_know(string file) =>
        AnswerShape.Check((await ViewAsync(file)).Json);

    [Fact]
    public async Task C2_S4_L4_Y1_E1_Answers_about_orders_hold_no_member_that_the_specification_does_not_know()
    {
        Answer answer = await ManyCardsAsync();
        Assert.True(answer.Cards.GetArrayLength() > 4);
        AnswerShape.Check(answer.Json);
    }

    [Fact]
    public async Task G2_I6_Every_card_has_a_topic_with_system_and_code() => Assert.All((await ManyCardsAsync()).Cards.EnumerateArray(), card =>
    {
        JsonElement topic = card.GetProperty("source").GetProperty("topic");
        Assert.NotEqual("", topic.GetProperty("system").GetString());
        Assert.Equal(card.Assessment().GetProperty("id").GetString()!.StartsWith("safety.", StringComparison.Ordinal) ? "safety" : "workup", topic.GetProperty("code").GetString());
    });

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task E2_What_the_extension_says_of_options_and_missing_facts_stands_in_the_text_or_one_click_away(string file)
    {
        JsonElement knowledge = (await _client.GetAnswerAsync("/knowledge")).Json;
        Dictionary<string, string> titles = knowledge.GetProperty("facts").EnumerateArray().ToDictionary(f => f.GetProperty("id").GetString()!, f => f.GetProperty("title").GetString()!);
        foreach (JsonElement card in (await ViewAsync(file)).Cards.EnumerateArray())
        {
            string text = card.GetProperty("summary").GetString() + card.GetProperty("detail").GetString()!.Replace("\\", "", StringComparison.Ordinal);
            JsonElement[] options = [.. AnswerShape.Items(card.Assessment(), "options")];
            // An examination is named by its order ("Repeat blood count"), as the suggestion of it is.
            string[] ordered = [.. AnswerShape.Items(card, "suggestions").SelectMany(suggestion => AnswerShape.Items(suggestion, "actions")).Select(action => NameOf(action.GetProperty("description"))).Distinct()];
            string[] titled = [.. options.Select(option => NameOf(option.GetProperty("title"))).Where(title => text.Contains(title, StringComparison.Ordinal))];
            int named = titled.Length + ordered.Count(name => text.Contains(name, StringComparison.Ordinal) && !titled.Any(title => name.Contains(title, StringComparison.OrdinalIgnoreCase)));
            if (named < options.Length) Assert.Contains(AnswerShape.Items(card, "links"), link => link.GetProperty("label").GetString()!.Contains($"all {options.Length} options", StringComparison.Ordinal));
            if (card.Assessment().GetProperty("id").GetString() != "workup.missing") continue;
            foreach (JsonElement missing in AnswerShape.Items(card.Assessment(), "missing"))
            {
                if (titles.TryGetValue(missing.GetString()!, out string? title)) Assert.True(text.Contains(title, StringComparison.Ordinal) || text.Contains(" more", StringComparison.Ordinal), title);
            }
        }
    }

    [Fact]
    public async Task L5_Links_lead_to_the_configured_address_of_this_service()
    {
        using HttpClient client = service.WithWebHostBuilder(builder => builder.UseSetting("Cds:PublicBaseUrl", "https://cds.example.org/myeloma")).CreateClient();
        Answer answer = await client.PostJsonAsync(OrderRequests.Sign, OrderRequests.Signing(OrderRequests.Bortezomib()));
        JsonElement[] links = [.. answer.Cards.EnumerateArray().SelectMany(card => AnswerShape.Items(card, "links"))];
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.StartsWith("https://cds.example.org/myeloma/knowledge/rules/", link.GetProperty("url").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task J4_Answers_have_neither_comments_nor_trailing_commas()
    {
        using var strict = JsonDocument.Parse((await ManyCardsAsync()).Body, new JsonDocumentOptions { AllowTrailingCommas = false, CommentHandling = JsonCommentHandling.Disallow });
        Assert.Equal(JsonValueKind.Object, strict.RootElement.ValueKind);
    }

    [Theory]
    [InlineData("{ \"hook\": \"order-sign\", }")]
    [InlineData("{ \"hook\": \"order-sign\" /* comment */ }")]
    [InlineData("// comment\n{}")]
    public async Task J4_Comments_and_trailing_commas_of_a_request_are_400(string body) => (await _client.PostTextAsync(OrderRequests.Sign, body)).IsOperationOutcome(400);

    [Fact]
    public async Task J5_Decimals_of_an_order_keep_their_digits_when_its_dose_is_changed()
    {
        JsonObject draft = OrderRequests.Lenalidomide(dose: 25);
        draft["dispenseRequest"] = JsonNode.Parse("""{"quantity":{"value":21.00,"unit":"capsule"}}""");
        Answer answer = await _client.PostJsonAsync(OrderRequests.Select, OrderRequests.Selecting(draft).Observed("creatinine-clearance", OrderRequests.Quantity(45, "mL/min")));
        JsonElement changed = Assert.Single(Assert.Single(answer.CardsOf("safety.renal-dose")).Actions()).GetProperty("resource");
        Assert.Equal("21.00", changed.GetProperty("dispenseRequest").GetProperty("quantity").GetProperty("value").GetRawText());
    }

    [Theory]
    [InlineData("3.49999999999999999999", "I")]
    [InlineData("3.50000000000000000000", "II")]
    public async Task J5_Numbers_are_read_as_decimals(string beta2, string stage)
    {
        JsonObject request = Staging();
        request["prefetch"]!["myelomaMarkers"]!["entry"]![0]!["resource"]!["valueQuantity"]!["value"] = JsonNode.Parse(beta2);
        Assert.Equal(stage, StageOf(await _client.PostJsonAsync(At, request)));
    }

    [Fact]
    public async Task P15_Facts_are_found_by_their_codes_whatever_the_key()
    {
        JsonObject request = Staging();
        JsonNode marker = request["prefetch"]!["myelomaMarkers"]!.DeepClone();
        request["prefetch"]!["myelomaMarkers"] = HookRequests.Bundle();
        request["prefetch"]!["infections"] = marker;
        Assert.Equal("I", StageOf(await _client.PostJsonAsync(At, request)));
    }

    [Theory]
    [InlineData("status", "\"entered-in-error\"")]
    [InlineData("status", "\"cancelled\"")]
    [InlineData("valueQuantity", "null")]
    [InlineData("dataAbsentReason", "{\"text\":\"lost\"}")]
    public async Task P15_P16_A_result_that_does_not_count_leaves_the_stage_open(string member, string value)
    {
        JsonObject request = Staging();
        request["prefetch"]!["myelomaMarkers"]!["entry"]![0]!["resource"]![member] = JsonNode.Parse(value);
        Answer answer = await _client.PostJsonAsync(At, request);
        Assert.Equal(200, answer.Status);
        Assert.Null(StageOf(answer));
    }

    [Theory]
    [InlineData("chemistry", "valueQuantity", """{"value":41,"unit":"g/L","system":"http://unitsofmeasure.org","code":"g/L"}""")]
    [InlineData("myelomaMarkers", "valueQuantity", """{"value":3.0,"comparator":"<","unit":"mg/L","system":"http://unitsofmeasure.org","code":"mg/L"}""")]
    [InlineData("chemistry", "code", """{"coding":[{"system":"http://example.org/local","code":"17"},{"system":"http://loinc.org","code":"1751-7"}]}""")]
    public async Task P16_Other_units_comparators_and_several_codings_give_the_same_stage(string key, string member, string value)
    {
        JsonObject request = Staging();
        request["prefetch"]![key]!["entry"]![0]!["resource"]![member] = JsonNode.Parse(value);
        Assert.Equal("I", StageOf(await _client.PostJsonAsync(At, request)));
    }

    [Fact]
    public async Task P16_A_text_where_a_number_belongs_leaves_the_stage_open()
    {
        JsonObject request = Staging();
        JsonObject observation = request["prefetch"]!["myelomaMarkers"]!["entry"]![0]!["resource"]!.AsObject();
        observation.Remove("valueQuantity");
        observation["valueString"] = "haemolytic";
        Answer answer = await _client.PostJsonAsync(At, request);
        Assert.Equal(200, answer.Status);
        Assert.Null(StageOf(answer));
    }

    [Fact]
    public async Task T1_A_call_with_prefetch_is_answered_within_half_a_second()
    {
        // The quickest of many: on a machine that does other work besides, the others say more about that work.
        TimeSpan quickest = TimeSpan.MaxValue, wanted = TimeSpan.FromMilliseconds(500);
        for (int call = 0; call < 60 && quickest > wanted; call++)
        {
            long started = Stopwatch.GetTimestamp();
            Assert.Equal(200, (await ManyCardsAsync()).Status);
            if (Stopwatch.GetElapsedTime(started) is var taken && taken < quickest) quickest = taken;
        }

        Assert.InRange(quickest, TimeSpan.Zero, wanted);
    }

    private const string At = HookRequests.PatientView + "?asOf=2026-11-20&lang=en";

    private static JsonObject Staging()
    {
        JsonObject request = OrderRequests.Signing();
        request["hook"] = "patient-view";
        request["context"]!.AsObject().Remove("draftOrders");
        return request
            .Adding("myelomaMarkers", Laboratory("b2m", "1952-1", 2.9m, "mg/L"))
            .Adding("chemistry", Laboratory("alb", "1751-7", 4.1m, "g/dL"));
    }

    private static JsonObject Laboratory(string id, string loinc, decimal value, string unit) => new()
    {
        ["resourceType"] = "Observation",
        ["id"] = id,
        ["status"] = "final",
        ["code"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://loinc.org", ["code"] = loinc }) },
        ["subject"] = new JsonObject { ["reference"] = "Patient/p1" },
        ["effectiveDateTime"] = "2026-11-10",
        ["valueQuantity"] = OrderRequests.Quantity(value, unit),
    };

    /// <summary>The stage on the staging card; null while it is open.</summary>
    private static string? StageOf(Answer answer)
    {
        JsonElement[] cards = answer.CardsOf("staging.iss");
        return cards.Length > 0 && cards[0].Assessment().TryGetProperty("value", out JsonElement value) ? value.GetString() : null;
    }

    private static string NameOf(JsonElement title) => title.GetString()!.Split(" (")[0];

    private async Task<Answer> ViewAsync(string file) => await _client.PostJsonAsync(
        At, PatientViewRequest.From(JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Samples, file), TestContext.Current.CancellationToken))!));

    private Task<Answer> ManyCardsAsync() => _client.PostJsonAsync($"{OrderRequests.Sign}?lang=en", OrderRequests.Signing(
        OrderRequests.Bortezomib(dose: 22m), OrderRequests.Lenalidomide(dose: 25), OrderRequests.Draft("dar", "daratumumab", "1721947"),
        OrderRequests.Draft("zol", "zoledronic acid", "77655", 4)));
}
