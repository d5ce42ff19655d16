using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Samples;

namespace Cds.CdsHooks.Tests;

/// <summary>Hooks, <c>/assessments</c> and the page for trying a patient go one way, so they say the same.</summary>
public sealed class PipelineTests : IAsyncDisposable
{
    private const string Name = "newly-diagnosed-transplant-eligible";

    private readonly RealService _service = new();

    [Fact]
    public async Task The_hook_shows_what_the_assessment_says_is_due_and_the_page_shows_the_same_cards()
    {
        HttpClient client = _service.CreateClient();
        Answer hook = await client.PostJsonAsync(HookRequests.PatientView + "?asOf=2026-11-20", PatientViewRequest.From(Sample()));
        Answer assessment = await client.PostJsonAsync("/assessments?asOf=2026-11-20", Sample());
        string page = await client.GetStringAsync(new Uri("/try?sample=" + Name, UriKind.Relative), TestContext.Current.CancellationToken);
        string[] due = [.. Members(assessment, "recommendations").Where(item => item.GetProperty("status").GetString() == "due").Select(item => item.GetProperty("id").GetString()!)];
        JsonElement[] shown = [.. hook.Cards.EnumerateArray()];
        Assert.NotEmpty(due);
        Assert.All(due, id => Assert.Contains(shown, card => card.GetProperty("extension").GetProperty("org.myeloma-cds.assessment").GetProperty("id").GetString() == id));
        Assert.All(shown, card => Assert.Contains(System.Net.WebUtility.HtmlEncode(card.GetProperty("summary").GetString()!).Replace("&#39;", "&#x27;", StringComparison.Ordinal), page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/assessments?asOf=tomorrow", "asOf")]
    [InlineData("/assessments?lang=fr", "lang")]
    [InlineData("/assessments?explain=some", "explain")]
    [InlineData("/assessments?validate=maybe", "validate")]
    [InlineData(HookRequests.PatientView + "?asOf=tomorrow", "asOf")]
    [InlineData(HookRequests.PatientView + "?lang=fr", "lang")]
    public async Task A_wrong_parameter_ends_the_way_before_the_body_is_looked_at(string address, string parameter)
    {
        Answer answer = await _service.CreateClient().PostTextAsync(address, "{ no JSON");
        Assert.Equal(400, answer.Status);
        Assert.Contains($"\"{parameter}\"", answer.Body, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    private static IEnumerable<JsonElement> Members(Answer answer, string name) => JsonDocument.Parse(answer.Body).RootElement.GetProperty(name).EnumerateArray();

    private static JsonNode Sample() => JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "samples", Name + ".json")))!;
}
