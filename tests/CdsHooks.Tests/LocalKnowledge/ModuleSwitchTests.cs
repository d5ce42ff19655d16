using System.Text.Json;
using Cds.CdsHooks.Tests.Cases;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Samples;
using Cds.Knowledge.Loading;
using Microsoft.AspNetCore.Hosting;

namespace Cds.CdsHooks.Tests.LocalKnowledge;

/// <summary>Modules inform: switched off they leave no trace, switched on they change nothing that the documents recommend.</summary>
public sealed class ModuleSwitchTests : IAsyncLifetime
{
    private readonly RealService _on = new();

    private readonly OffService _off = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _on.DisposeAsync();
        await _off.DisposeAsync();
    }

    [Fact]
    public async Task Samples_and_cases_get_the_same_recommendations_of_the_documents_with_modules_and_without()
    {
        using HttpClient on = _on.CreateClient(), off = _off.CreateClient();
        string[] bundles =
        [
            .. Directory.GetFiles(Repository.Samples, "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText),
            .. CaseFiles.All.Select(file => JsonDocument.Parse(CaseFiles.Read(file)).RootElement.GetProperty("bundle").GetRawText()),
        ];
        foreach (string bundle in bundles)
        {
            const string Address = "/assessments?asOf=2026-11-20&lang=en";
            JsonElement with = (await on.PostTextAsync(Address, bundle, "application/fhir+json")).Json, without = (await off.PostTextAsync(Address, bundle, "application/fhir+json")).Json;
            Assert.Equal(OfDocuments(without), OfDocuments(with));
        }
    }

    [Fact]
    public async Task Switched_off_modules_have_no_page_no_conclusion_and_no_code_that_is_asked_for()
    {
        using HttpClient on = _on.CreateClient(), off = _off.CreateClient();
        JsonElement knowledge = (await off.GetAnswerAsync("/knowledge")).Json;
        Assert.False(knowledge.TryGetProperty("modules", out _));
        Assert.DoesNotContain(knowledge.GetProperty("conclusions").EnumerateArray(), conclusion => conclusion.TryGetProperty("module", out _));
        Assert.DoesNotContain("/knowledge/modules/", (await off.GetAnswerAsync("/knowledge/book")).Body, StringComparison.Ordinal);
        foreach (string id in KnowledgeBaseReader.EmbeddedModules())
        {
            Assert.Equal(404, (await off.GetAnswerAsync("/knowledge/modules/" + id)).Status);
            Assert.Equal(200, (await on.GetAnswerAsync("/knowledge/modules/" + id)).Status);
            Assert.Contains("/knowledge/modules/" + id, (await on.GetAnswerAsync("/knowledge/book")).Body.Replace("./modules", "/knowledge/modules", StringComparison.Ordinal).Replace("../knowledge", "/knowledge", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        Assert.Contains("21739-8", (await on.GetAnswerAsync("/cds-services")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("21739-8", (await off.GetAnswerAsync("/cds-services")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task What_switched_off_modules_brought_is_named_nowhere(string language)
    {
        using HttpClient on = _on.CreateClient(), off = _off.CreateClient();
        JsonElement knowledge = (await on.GetAnswerAsync("/knowledge")).Json;
        string[] brought =
        [
            .. new[] { "conclusions", "recommendations" }.SelectMany(list => knowledge.GetProperty(list).EnumerateArray())
                .Where(rule => rule.TryGetProperty("module", out _)).Select(rule => rule.GetProperty("id").GetString()!),
        ];
        Assert.Contains("staging.r2-iss", brought);
        foreach (string address in new[] { "/knowledge", "/knowledge/book", "/openapi/v1.json", "/cds-services" })
        {
            string body = (await off.GetAnswerAsync($"{address}?lang={language}")).Body;
            Assert.All(brought, id => Assert.DoesNotContain(id, body, StringComparison.Ordinal));
        }

        foreach (string id in brought)
        {
            string address = $"/knowledge/search?q={id}&lang={language}";
            Assert.Contains("/" + id, (await on.GetAnswerAsync(address)).Body, StringComparison.Ordinal);
            Assert.DoesNotContain("/" + id, (await off.GetAnswerAsync(address)).Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Answers_of_a_module_say_so()
    {
        using HttpClient on = _on.CreateClient();
        JsonElement answer = (await on.PostTextAsync("/assessments?asOf=2026-11-20", await File.ReadAllTextAsync(Path.Combine(Repository.Samples, "newly-diagnosed-transplant-eligible.json"), TestContext.Current.CancellationToken), "application/fhir+json")).Json;
        JsonElement stage = answer.GetProperty("conclusions").EnumerateArray().Single(conclusion => conclusion.GetProperty("id").GetString() == "staging.r2-iss");
        Assert.Equal("""{"id":"stages-and-risk","speaksFrom":"2022-05","certainty":"secondary"}""", JsonSerializer.Serialize(stage.GetProperty("module")));
        Assert.False(answer.GetProperty("conclusions").EnumerateArray().Single(conclusion => conclusion.GetProperty("id").GetString() == "staging.iss").TryGetProperty("module", out _));
    }

    [Theory]
    [InlineData("en", "It speaks from 2022-05. Its numbers were seen in reports about the source only.")]
    [InlineData("ja", "2022-05からの内容。数値は原典を紹介する二次資料による。")]
    public async Task The_page_of_a_rule_says_from_when_it_speaks_and_how_sure_it_is(string language, string text)
    {
        using HttpClient on = _on.CreateClient();
        Assert.Contains(text, (await on.GetAnswerAsync("/knowledge/rules/staging.r2-iss?lang=" + language)).Body, StringComparison.Ordinal);
    }

    /// <summary>Recommendations without what is said beside them.</summary>
    private static string OfDocuments(JsonElement answer) => string.Join('\n', answer.GetProperty("recommendations").EnumerateArray()
        .Where(recommendation => !recommendation.TryGetProperty("module", out _))
        .Select(recommendation => string.Join(' ', recommendation.EnumerateObject().Where(member => member.Name != "information").Select(member => member.Value.GetRawText()))));

    private sealed class OffService : RealService
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            foreach (string id in KnowledgeBaseReader.EmbeddedModules()) builder.UseSetting("Cds:Knowledge:Modules:" + id, "false");
        }
    }
}
