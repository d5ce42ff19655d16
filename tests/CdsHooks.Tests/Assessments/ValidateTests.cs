using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.KnowledgePages;
using Cds.CdsHooks.Tests.Samples;
using Cds.FhirValidation;

namespace Cds.CdsHooks.Tests.Assessments;

/// <summary><c>validate=true</c>: what is no valid FHIR R4 in the body stands beside the assessment.</summary>
public sealed class ValidateTests(RealService service) : IClassFixture<RealService>
{
    private const string Url = "/assessments?asOf=2026-11-20&lang=en";

    private readonly HttpClient _client = service.CreateClient();

    [Theory]
    [InlineData("")]
    [InlineData("&validate=false")]
    public async Task Without_it_the_answer_has_no_validation(string parameter) =>
        Assert.False((await _client.PostJsonAsync(Url + parameter, Broken())).Json.TryGetProperty("validation", out _));

    [Fact]
    public async Task The_assessment_is_the_same_with_it()
    {
        JsonObject with = JsonNode.Parse((await _client.PostJsonAsync(Url + "&validate=true", Broken())).Body)!.AsObject();
        Assert.True(with.Remove("validation"));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse((await _client.PostJsonAsync(Url, Broken())).Body), with));
    }

    [Fact]
    public async Task Each_fault_has_its_severity_its_path_and_a_text_without_the_value()
    {
        JsonElement validation = await ValidateAsync(Broken(), "en");
        JsonElement[] issues = [.. validation.GetProperty("issue").EnumerateArray()];
        Assert.Equal(
            [
                "error value Bundle.entry[1].resource.effective PVAL124 The value is not written the way its type demands.",
                "error value Bundle.entry[1].resource.colour PVAL128 FHIR R4 has no such element here.",
                "error code-invalid Bundle.entry[1].resource.status PVAL116 The code is not in the value set that FHIR requires here.",
            ],
            issues.Select(issue =>
                $"{issue.GetProperty("severity")} {issue.GetProperty("code")} {issue.GetProperty("expression")[0]} {issue.GetProperty("details").GetProperty("coding")[0].GetProperty("code")} {issue.GetProperty("details").GetProperty("text")}"));
        Assert.DoesNotContain("2026/11/01", validation.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_are_in_the_language_asked_for() => Assert.Equal(
        "値がその型の書式に合っていません。",
        (await ValidateAsync(Broken(), "ja")).GetProperty("issue")[0].GetProperty("details").GetProperty("text").GetString());

    [Fact]
    public async Task A_sound_bundle_has_one_issue_that_says_so()
    {
        JsonElement issue = (await ValidateAsync(HookRequests.Bundle(Patient()), "en")).GetProperty("issue").EnumerateArray().Single();
        Assert.Equal(("information", "No issues were found."), (issue.GetProperty("severity").GetString(), issue.GetProperty("details").GetProperty("text").GetString()));
    }

    [Fact]
    public async Task The_outcome_is_valid_FHIR_itself_and_has_the_shape_that_is_described()
    {
        JsonElement assessment = (await _client.PostJsonAsync(Url + "&validate=true", Broken())).Json;
        StrictReading reading = StrictReading.Of(assessment.GetProperty("validation").GetRawText());
        Assert.Empty(reading.Issues);
        Assert.Empty(OfficialValidator.Validate(reading.Resource!));
        JsonElement description = (await _client.GetAnswerAsync("/openapi/v1.json")).Json;
        DescribedShape.Check(description, description.GetProperty("components").GetProperty("schemas").GetProperty("Assessment"), assessment, "assessment");
    }

    [Fact]
    public async Task The_example_of_the_documentation_is_answered_as_it_says()
    {
        string section = (await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "integrate.md"), TestContext.Current.CancellationToken))
            .Split("## What is wrong with my bundle")[1].Split("\n## ")[0];
        JsonNode body = JsonNode.Parse(section.Split("--data '")[1].Split("'\n```")[0])!;
        JsonNode expected = JsonNode.Parse(section.Split("```json\n")[1].Split("```")[0])!["validation"]!;
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse((await ValidateAsync(body, "en")).GetRawText())));
    }

    [Theory]
    [InlineData("validate=yes")]
    [InlineData("validate=")]
    [InlineData("validate=TRUE")]
    [InlineData("validate=true&validate=true")]
    public async Task Any_other_value_is_refused(string parameter) => (await _client.PostJsonAsync($"{Url}&{parameter}", Broken())).IsProblem(400, "invalid-parameter", "validate");

    [Theory]
    [InlineData("""{"resourceType":"Observation"}""", "$.resourceType")]
    [InlineData("""{"resourceType":"Bundle","type":"collection"}""", "$.entry")]
    public async Task A_body_that_cannot_be_assessed_is_refused_as_ever(string body, string path) =>
        (await _client.PostTextAsync(Url + "&validate=true", body)).IsProblem(400, "invalid-resource", path);

    [Fact]
    public async Task A_large_body_is_assessed_and_said_to_be_unchecked()
    {
        JsonObject bundle = Broken();
        string padded = new StringBuilder(bundle.ToJsonString()).Append(' ', 5_000_000).ToString();
        JsonElement issue = (await _client.PostTextAsync(Url + "&validate=true", padded)).Json.GetProperty("validation").GetProperty("issue").EnumerateArray().Single();
        Assert.Equal("The input is larger than 5000000 bytes, so it was not checked.", issue.GetProperty("details").GetProperty("text").GetString());
    }

    private async Task<JsonElement> ValidateAsync(JsonNode bundle, string language) =>
        (await _client.PostJsonAsync($"/assessments?asOf=2026-11-20&lang={language}&validate=true", bundle)).Json.GetProperty("validation");

    private static JsonNode Patient() => JsonNode.Parse("""{"resourceType":"Patient","id":"p1","gender":"female","birthDate":"1958-04-09"}""")!;

    private static JsonObject Broken() => HookRequests.Bundle(Patient(), JsonNode.Parse(
        """{"resourceType":"Observation","id":"o1","code":{"text":"albumin"},"subject":{"reference":"Patient/p1"},"effectiveDateTime":"2026/11/01","colour":"red","status":"Final"}""")!);
}
