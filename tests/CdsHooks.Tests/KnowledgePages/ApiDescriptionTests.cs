using System.Text.Json;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.KnowledgePages;

public sealed class ApiDescriptionTests(TestService service) : IClassFixture<TestService>
{
    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task The_api_description_equals_the_approved_one() =>
        Approved.Equal("openapi.json", Approved.Indented((await _client.GetAnswerAsync("/openapi/v1.json")).Body));

    [Fact]
    public async Task It_describes_every_route_outside_cds_hooks_and_no_other()
    {
        string[] paths = [.. (await _client.GetAnswerAsync("/openapi/v1.json")).Json.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order()];
        Assert.Equal(["/assessments", "/feedback/summary", "/health/live", "/health/ready", "/knowledge", "/knowledge/book", "/knowledge/book/{document}", "/knowledge/drugs/{id}", "/knowledge/regimens/{id}", "/knowledge/rules/{id}", "/knowledge/search"], paths);
    }

    [Theory]
    [InlineData("/knowledge")]
    [InlineData("/health/live")]
    [InlineData("/feedback/summary")]
    [InlineData("/health/ready")]
    public async Task Answers_have_the_shape_that_is_described(string url)
    {
        JsonElement description = (await _client.GetAnswerAsync("/openapi/v1.json")).Json;
        JsonElement schema = description.GetProperty("paths").GetProperty(url).GetProperty("get").GetProperty("responses").GetProperty("200")
            .GetProperty("content").GetProperty("application/json").GetProperty("schema");
        DescribedShape.Check(description, schema, (await _client.GetAnswerAsync(url)).Json, url);
    }

    [Fact]
    public async Task Problems_have_the_shape_that_is_described()
    {
        JsonElement description = (await _client.GetAnswerAsync("/openapi/v1.json")).Json;
        JsonElement schema = description.GetProperty("components").GetProperty("schemas").GetProperty("ProblemDescription");
        DescribedShape.Check(description, schema, (await _client.PostTextAsync("/assessments", "{")).Json, "problem");
    }
}
