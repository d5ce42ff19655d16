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
    public async Task It_describes_every_route_for_programs_and_every_page_of_the_book()
    {
        string[] paths = [.. (await _client.GetAnswerAsync("/openapi/v1.json")).Json.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order()];
        Assert.Equal(["/assessments", "/cds-services", "/cds-services/myeloma-order-select", "/cds-services/myeloma-order-select/feedback", "/cds-services/myeloma-order-sign", "/cds-services/myeloma-order-sign/feedback", "/cds-services/myeloma-patient-view", "/cds-services/myeloma-patient-view/feedback", "/feedback/summary", "/health/live", "/health/ready", "/knowledge", "/knowledge/book", "/knowledge/book/{document}", "/knowledge/drugs/{id}", "/knowledge/modules/{id}", "/knowledge/regimens/{id}", "/knowledge/rules/{id}", "/knowledge/search"], paths);
    }

    [Theory]
    [InlineData("/knowledge")]
    [InlineData("/cds-services")]
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

    [Theory]
    [InlineData("/cds-services/myeloma-patient-view")]
    [InlineData("/cds-services/myeloma-order-select")]
    [InlineData("/cds-services/myeloma-order-sign")]
    [InlineData("/cds-services/myeloma-patient-view/feedback")]
    public async Task Examples_are_answered_and_they_and_the_answers_have_the_shape_that_is_described(string url)
    {
        JsonElement description = (await _client.GetAnswerAsync("/openapi/v1.json")).Json;
        JsonElement operation = description.GetProperty("paths").GetProperty(url).GetProperty("post");
        JsonElement request = operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json");
        JsonElement response = operation.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json");
        JsonElement example = request.GetProperty("example");
        DescribedShape.Check(description, request.GetProperty("schema"), example, url);
        Answer answer = await _client.PostTextAsync(url, example.GetRawText());
        Assert.Equal(200, answer.Status);
        DescribedShape.Check(description, response.GetProperty("schema"), answer.Json, url);
        if (response.TryGetProperty("example", out JsonElement shown)) DescribedShape.Check(description, response.GetProperty("schema"), shown, url);
        Answer refused = await _client.PostTextAsync(url, "{");
        JsonElement outcome = operation.GetProperty("responses").GetProperty("400").GetProperty("content").GetProperty("application/fhir+json").GetProperty("schema");
        DescribedShape.Check(description, outcome, refused.Json, url);
    }

    [Fact]
    public async Task The_example_of_an_assessment_is_the_answer_to_its_request()
    {
        JsonElement description = (await _client.GetAnswerAsync("/openapi/v1.json")).Json;
        JsonElement operation = description.GetProperty("paths").GetProperty("/assessments").GetProperty("post");
        JsonElement request = operation.GetProperty("requestBody").GetProperty("content"), response = operation.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json");
        string example = request.GetProperty("application/json").GetProperty("example").GetRawText();
        Assert.Equal(example, request.GetProperty("application/fhir+json").GetProperty("example").GetRawText());
        using var real = new RealService();
        Answer answer = await real.CreateClient().PostTextAsync("/assessments?asOf=2026-11-20&lang=en", example);
        DescribedShape.Check(description, response.GetProperty("schema"), answer.Json, "/assessments");
        Approved.Equal("../../../src/CdsHooks/Description/Examples/assessment.json", Approved.Indented(answer.Body));
        Assert.True(JsonElement.DeepEquals(answer.Json, response.GetProperty("example")));
    }

    [Fact]
    public async Task Ids_in_addresses_are_described() => Assert.Contains(
        (await _client.GetAnswerAsync("/openapi/v1.json")).Json.GetProperty("paths").GetProperty("/knowledge/rules/{id}").GetProperty("get").GetProperty("parameters").EnumerateArray(),
        parameter => parameter.GetProperty("name").GetString() == "id" && parameter.GetProperty("in").GetString() == "path");

    [Fact]
    public async Task Problems_have_the_shape_that_is_described()
    {
        JsonElement description = (await _client.GetAnswerAsync("/openapi/v1.json")).Json;
        JsonElement schema = description.GetProperty("components").GetProperty("schemas").GetProperty("Problem");
        DescribedShape.Check(description, schema, (await _client.PostTextAsync("/assessments", "{")).Json, "problem");
    }
}
