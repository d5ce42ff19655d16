using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Errors;

/// <summary>Section 11 of the checklist: every error has a body in the form of its route, also those of the framework.</summary>
public sealed class ErrorAnswerTests(TestService service) : IClassFixture<TestService>
{
    private readonly HttpClient _client = service.CreateClient();

    [Theory]
    [InlineData("GET", "/cds-services/unknown")]
    [InlineData("POST", "/cds-services/unknown")]
    [InlineData("DELETE", "/cds-services/unknown")]
    [InlineData("POST", "/cds-services/unknown/feedback")]
    [InlineData("GET", "/cds-services/a/b/c")]
    public async Task Q1_Q2_Q4_Unknown_services_are_404_for_every_method(string method, string url) =>
        (await _client.SendAsync(new HttpMethod(method), url)).IsOperationOutcome(404);

    [Theory]
    [InlineData("GET", "/cds-services/myeloma-patient-view", "POST")]
    [InlineData("PUT", "/cds-services/myeloma-patient-view", "POST")]
    [InlineData("PATCH", "/cds-services/myeloma-patient-view", "POST")]
    [InlineData("DELETE", "/cds-services/myeloma-patient-view", "POST")]
    [InlineData("POST", "/cds-services", "GET")]
    [InlineData("DELETE", "/cds-services", "GET")]
    public async Task Q4_D15_Other_methods_are_405_with_allow(string method, string url, string allowed)
    {
        Answer answer = await _client.SendAsync(new HttpMethod(method), url);
        answer.IsOperationOutcome(405);
        Assert.Contains(allowed, answer.Headers["Allow"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nowhere", 404, "not-found")]
    [InlineData("/knowledge/book/no-such-document", 404, "not-found")]
    [InlineData("/assessments", 405, "method-not-allowed")]
    [InlineData("/openapi/v2.json", 404, "not-found")]
    public async Task Q1_Outside_cds_hooks_errors_are_problem_details(string url, int status, string type) =>
        (await _client.GetAnswerAsync(url)).IsProblem(status, type);

    [Fact]
    public async Task Q1_Head_and_options_are_answered_without_a_body()
    {
        Answer head = await _client.SendAsync(HttpMethod.Head, "/cds-services");
        Assert.Equal(200, head.Status);
        Assert.Equal("", head.Body);
        Answer options = await _client.SendAsync(HttpMethod.Options, "/cds-services/myeloma-patient-view");
        Assert.Equal(204, options.Status);
        Assert.Equal("POST", options.Headers["Allow"]);
    }

    [Fact]
    public async Task Q1_Messages_come_in_the_language_of_the_request()
    {
        Answer japanese = await _client.SendAsync(HttpMethod.Get, "/nowhere", ("Accept-Language", "ja-JP,en;q=0.5"));
        Assert.Equal("ja", japanese.Headers["Content-Language"]);
        Assert.Contains("アドレス", japanese.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("asOf=yesterday", "asOf")]
    [InlineData("asOf=2026-11", "asOf")]
    [InlineData("asOf=2026-02-30", "asOf")]
    [InlineData("asOf=0001-01-01", "asOf")]
    [InlineData("asOf=2026-11-20&asOf=2026-11-21", "asOf")]
    [InlineData("lang=fr", "lang")]
    [InlineData("explain=some", "explain")]
    public async Task Wrong_query_parameters_are_400_with_their_name(string query, string parameter) =>
        (await _client.PostTextAsync("/assessments?" + query, "{}")).IsProblem(400, "invalid-parameter", parameter);

    [Theory]
    [InlineData("", "malformed-json")]
    [InlineData("{\"a\":1,\"a\":2}", "duplicate-member")]
    public async Task Bodies_that_are_no_json_have_a_stable_problem_type(string body, string type) =>
        (await _client.PostTextAsync("/assessments", body)).IsProblem(400, type);

    [Theory]
    [InlineData("[]", "$")]
    [InlineData("""{"resourceType":"Patient","id":"p1"}""", "$.resourceType")]
    [InlineData("""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Observation"}}]}""", "$.entry")]
    [InlineData("""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","id":"p1"}},{},{"resource":{"resourceType":"Patient","id":"p2"}}]}""", "$.entry[2].resource")]
    [InlineData("""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","id":"p1"}},{"resource":{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","id":"p2"}}]}}]}""", "$.entry[1].resource.entry[0].resource")]
    public async Task A_bundle_that_cannot_be_used_is_told_where_as_a_json_path_into_the_request(string body, string path)
    {
        Answer answer = await _client.PostTextAsync("/assessments", body);
        answer.IsProblem(400, "invalid-resource");
        Assert.Equal(path, answer.Json.GetProperty("path").GetString());
    }

    [Fact]
    public async Task A_note_on_a_resource_without_an_id_names_its_place_as_a_json_path()
    {
        Answer answer = await _client.PostTextAsync("/assessments?asOf=2026-11-20", """
            {"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","id":"p1"}},
             {"resource":{"resourceType":"Observation","status":"final","effectiveDateTime":"2026-11-01","subject":{"reference":"Patient/p1"},
              "code":{"coding":[{"system":"http://loinc.org","code":"1751-7"}]},"valueQuantity":{"value":3.6}}}]}
            """);
        Assert.Equal("Observation ($.entry[1].resource)", answer.Json.GetProperty("notes")[0].GetProperty("resource").GetString());
    }
}
