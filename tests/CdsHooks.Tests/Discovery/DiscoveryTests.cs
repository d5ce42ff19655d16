using System.Text.Json;
using System.Text.RegularExpressions;
using Cds.CdsHooks.Services;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Samples;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Loading;
using Cds.Knowledge;

namespace Cds.CdsHooks.Tests.Discovery;

/// <summary>Sections 2 and 5.1 of the checklist.</summary>
public sealed partial class DiscoveryTests(TestService service) : IClassFixture<TestService>
{
    private static readonly string[] AllowedParameters = ["patient", "code", "category", "status", "date", "_count", "_sort", "questionnaire"];

    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task Discovery_equals_the_approved_list() =>
        Approved.Equal("discovery.json", Approved.Indented((await _client.GetAnswerAsync("/cds-services")).Body));

    [Fact]
    public async Task Every_service_of_the_list_has_its_route_and_there_are_no_others() => Assert.Equal(
        CdsServiceExtensions.Ids, (await _client.GetAnswerAsync("/cds-services")).Json.GetProperty("services").EnumerateArray().Select(entry => entry.GetProperty("id").GetString()));

    [Fact]
    public async Task D1_D2_D3_D4_Discovery_lists_services_with_everything_required()
    {
        Answer answer = await _client.GetAnswerAsync("/cds-services");
        Assert.Equal(200, answer.Status);
        Assert.Equal("application/json", answer.MediaType);
        foreach (JsonElement entry in answer.Json.GetProperty("services").EnumerateArray())
        {
            foreach (string member in new[] { "hook", "id", "title", "description", "version", "usageRequirements" }) Assert.NotEqual("", entry.GetProperty(member).GetString());
        }
    }

    [Fact]
    public async Task D5_Prefetch_is_an_object_of_texts_that_is_not_empty()
    {
        foreach (JsonElement entry in (await _client.GetAnswerAsync("/cds-services")).Json.GetProperty("services").EnumerateArray())
        {
            Assert.NotEmpty(entry.GetProperty("prefetch").EnumerateObject());
            Assert.All(entry.GetProperty("prefetch").EnumerateObject(), member => Assert.False(string.IsNullOrEmpty(member.Name) || string.IsNullOrEmpty(member.Value.GetString())));
        }
    }

    [Fact]
    public async Task D7_The_version_is_that_of_the_specification_and_no_other() => Assert.All(
        (await _client.GetAnswerAsync("/cds-services")).Json.GetProperty("services").EnumerateArray(), entry => Assert.Equal("2.0.1", entry.GetProperty("version").GetString()));

    [Fact]
    public async Task D11_D12_Ids_are_path_segments_and_hooks_are_those_of_the_library() => Assert.All(
        (await _client.GetAnswerAsync("/cds-services")).Json.GetProperty("services").EnumerateArray(),
        entry =>
        {
            Assert.Matches("^[A-Za-z0-9._~-]+$", entry.GetProperty("id").GetString());
            Assert.Contains(entry.GetProperty("hook").GetString(), new[] { "patient-view", "order-select", "order-sign" });
        });

    [Fact]
    public async Task D9_D10_Ids_are_unique()
    {
        string?[] ids = [.. (await _client.GetAnswerAsync("/cds-services")).Json.GetProperty("services").EnumerateArray().Select(entry => entry.GetProperty("id").GetString())];
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public async Task P1_P2_P3_P4_P5_P6_Prefetch_templates_are_portable()
    {
        foreach ((string key, string template) in await TemplatesAsync())
        {
            Assert.NotEqual("", key);
            Assert.DoesNotMatch("^/|^https?:|\\$|:not|:text|:missing|_include|_has", template);
            Assert.All(Tokens().Matches(template), token => Assert.Equal("{{context.patientId}}", token.Value));
            if (!template.Contains('?', StringComparison.Ordinal))
            {
                Assert.Equal("Patient/{{context.patientId}}", template);
                continue;
            }

            string[] parameters = [.. template[(template.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&').Select(parameter => parameter.Split('=')[0])];
            Assert.Equal(parameters.Length, parameters.Distinct().Count());
            Assert.Contains("patient", parameters);
            Assert.All(parameters, parameter => Assert.Contains(parameter, AllowedParameters));
        }
    }

    [Fact]
    public async Task P6_No_template_is_longer_than_servers_and_proxies_take() =>
        Assert.All(await TemplatesAsync(), template => Assert.InRange(template.Query.Length, 1, 2_000));

    [Fact]
    public async Task P7_Each_key_is_asked_for_once_with_one_meaning()
    {
        (string Key, string Query)[] templates = await TemplatesAsync();
        Assert.Equal(templates.Length, templates.Select(template => template.Key).Distinct().Count());
        Assert.Equal(templates.Length, templates.Select(template => template.Query).Distinct().Count());
    }

    [Fact]
    public async Task Observations_are_asked_for_by_every_code_that_is_read_and_by_no_other()
    {
        string[] asked = [.. (await TemplatesAsync()).Where(template => template.Query.StartsWith("Observation?", StringComparison.Ordinal) && template.Key != "localCodes")
            .SelectMany(template => Regex.Match(template.Query, "[?&]code=([^&]*)").Groups[1].Value.Split(',')).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(CodeMap.ReadEmbedded().ObservationCodes.Select(code => $"{code.System}|{code.Code}").Distinct().Order(StringComparer.Ordinal), asked);
    }

    [Fact]
    public void Every_fact_that_is_asked_for_is_one_that_a_rule_or_a_computation_reads()
    {
        string rules = string.Join('\n', KnowledgeBaseReader.EmbeddedFiles().Where(file => !KnowledgeFile.InLayout(file.Path).StartsWith("facts/", StringComparison.Ordinal)).Select(file => file.Text));
        string code = string.Join('\n', Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        KnowledgeBase knowledge = KnowledgeBaseReader.ReadEmbedded();
        string[] idle = [.. CodeMap.ReadEmbedded().ObservationCodes.Select(observed => observed.Subject).Distinct()
            .Where(knowledge.Facts.ContainsKey)
            .Where(id => !Regex.IsMatch(rules, $@"(?<![\w-]){Regex.Escape(id)}(?![\w-])") && !code.Contains($"\"{id}\"", StringComparison.Ordinal))];
        Assert.Empty(idle);
    }

    [Fact]
    public async Task Discovery_speaks_the_language_of_the_request()
    {
        Answer answer = await _client.SendAsync(HttpMethod.Get, "/cds-services", ("Accept-Language", "ja"));
        Assert.Contains("多発性骨髄腫", answer.Body, StringComparison.Ordinal);
    }

    private async Task<(string Key, string Query)[]> TemplatesAsync() =>
        [.. (await _client.GetAnswerAsync("/cds-services")).Json.GetProperty("services").EnumerateArray().SelectMany(entry => entry.GetProperty("prefetch").EnumerateObject()).DistinctBy(member => (member.Name, member.Value.GetString())).Select(member => (member.Name, member.Value.GetString()!))];

    [GeneratedRegex("\\{\\{.*?\\}\\}")]
    private static partial Regex Tokens();
}
