using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Envelope;

/// <summary>Section 1 of the checklist: what is JSON, what is not, and that nothing of it hurts.</summary>
public sealed class JsonOnTheWireTests(TestService service) : IClassFixture<TestService>
{
    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task J1_Success_is_application_json_in_utf8_without_byte_order_mark()
    {
        Answer answer = await _client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid());
        Assert.Equal(200, answer.Status);
        Assert.Equal("application/json", answer.MediaType);
        Assert.Equal('{', answer.Body[0]);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json; charset=\"UTF-8\"")]
    [InlineData("application/fhir+json")]
    public async Task J6_Json_media_types_are_read_in_any_case_and_with_parameters(string contentType) =>
        Assert.Equal(200, (await _client.PostTextAsync(HookRequests.PatientView, HookRequests.Valid().ToJsonString(), contentType)).Status);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task J6_Other_media_types_are_415(string? contentType) =>
        (await _client.PostBytesAsync(HookRequests.PatientView, Encoding.UTF8.GetBytes(HookRequests.Valid().ToJsonString()), contentType)).IsOperationOutcome(415);

    [Fact]
    public async Task J7_Unknown_members_and_extensions_are_ignored_anywhere()
    {
        JsonObject request = HookRequests.Valid()
            .With("somethingNew", 1)
            .With("extension", new JsonObject { ["org.example"] = true })
            .With("context.futureField", new JsonArray(1, 2))
            .With("prefetch.unpublished", "123");
        Assert.Equal(200, (await _client.PostJsonAsync(HookRequests.PatientView, request)).Status);
    }

    [Fact]
    public async Task J8_The_same_member_twice_is_refused_with_its_place()
    {
        string body = HookRequests.Valid().ToJsonString().Replace("\"patientId\":\"p1\"", "\"patientId\":\"p1\",\"patientId\":\"p2\"", StringComparison.Ordinal);
        (await _client.PostTextAsync(HookRequests.PatientView, body)).IsOperationOutcome(400, "$.context.patientId");
    }

    [Fact]
    public async Task J8_A_member_that_is_the_same_only_after_unescaping_is_a_duplicate_too()
    {
        string body = HookRequests.Valid().ToJsonString().Replace("\"patientId\":\"p1\"", "\"patientId\":\"p1\",\"patient\\u0049d\":\"p2\"", StringComparison.Ordinal);
        (await _client.PostTextAsync(HookRequests.PatientView, body)).IsOperationOutcome(400, "$.context.patientId");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"hook\":\"patient-view\"")]
    [InlineData("{\"hook\":\"patient-view\",}")]
    [InlineData("// comment\n{}")]
    [InlineData("{} {}")]
    [InlineData("{\"hook\":\"\\ud800\"}")]
    [InlineData("{\"\\udc00\":1}")]
    [InlineData("{\"hook\":\"\\ud800\\u0041\"}")]
    [InlineData("\uFEFF{}")]
    [InlineData("NaN")]
    public async Task J9_Broken_bodies_are_400_with_a_message(string body) => (await _client.PostTextAsync(HookRequests.PatientView, body)).IsOperationOutcome(400);

    [Fact]
    public async Task J9_A_pair_of_surrogates_is_text()
    {
        string body = HookRequests.Valid().With("note", "x").ToJsonString().Replace("\"x\"", "\"\\ud83d\\ude00 \\\\ud800 \\u0000\"", StringComparison.Ordinal);
        Assert.Equal(200, (await _client.PostTextAsync(HookRequests.PatientView, body)).Status);
    }

    [Fact]
    public async Task J9_Invalid_utf8_is_400()
    {
        byte[] body = Encoding.UTF8.GetBytes(HookRequests.Valid().With("note", "§").ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        body[Array.IndexOf(body, (byte)0xC2) + 1] = 0x20;
        (await _client.PostBytesAsync(HookRequests.PatientView, body)).IsOperationOutcome(400);
    }

    [Fact]
    public async Task J9_A_number_beyond_the_decimal_range_is_survived()
    {
        string body = HookRequests.Valid().With("prefetch.conditions.total", 1).ToJsonString().Replace("\"total\":1", "\"total\":1e400", StringComparison.Ordinal);
        Assert.InRange((await _client.PostTextAsync(HookRequests.PatientView, body)).Status, 200, 499);
    }

    [Fact]
    public async Task J9_Nesting_beyond_the_limit_is_400()
    {
        string deep = string.Concat(Enumerable.Repeat("[", 100_000));
        Answer answer = await _client.PostTextAsync(HookRequests.PatientView, "{\"hook\":" + deep);
        answer.IsOperationOutcome(400);
        Assert.Contains("too-deeply-nested", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task J9_A_body_over_the_limit_is_413_and_the_next_call_works()
    {
        byte[] body = new byte[12_000_000];
        Array.Fill(body, (byte)' ');
        (await _client.PostBytesAsync(HookRequests.PatientView, body)).IsOperationOutcome(413);
        Assert.Equal(200, (await _client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid())).Status);
    }

    [Fact]
    public async Task J9_A_prefetch_of_five_megabytes_is_answered()
    {
        var observation = new JsonObject { ["resourceType"] = "Observation", ["status"] = "final", ["note"] = new JsonArray(new JsonObject { ["text"] = new string('n', 1000) }) };
        JsonObject bundle = HookRequests.Bundle([.. Enumerable.Repeat<JsonNode>(observation, 5_000)]);
        Answer answer = await _client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid().With("prefetch.conditions", bundle));
        Assert.Equal(200, answer.Status);
    }

    [Fact]
    public async Task J10_A_chunked_body_is_read()
    {
        using var content = new StreamContent(new NoLength(Encoding.UTF8.GetBytes(HookRequests.Valid().ToJsonString())));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpResponseMessage response = await _client.PostAsync(new Uri(HookRequests.PatientView, UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
    }

    /// <summary>A stream that does not tell how long it is, so that the client sends it in chunks.</summary>
    private sealed class NoLength(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
