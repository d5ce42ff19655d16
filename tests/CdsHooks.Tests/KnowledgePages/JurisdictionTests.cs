using System.Text.Json;
using Cds.CdsHooks.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;

namespace Cds.CdsHooks.Tests.KnowledgePages;

/// <summary>The service tells the approvals of the jurisdiction that it is set to.</summary>
public sealed class JurisdictionTests
{
    [Theory]
    [InlineData("jp", "etoposide,cisplatin", "approved in Japan since 20 November 2025, as reported")]
    [InlineData("us", "", "approved in the United States since 6 November 2025, as reported")]
    [InlineData("eu", "", "approved in the European Union since 23 July 2025, as reported")]
    public async Task Off_label_drugs_and_dates_are_those_of_the_setting(string jurisdiction, string offLabel, string smouldering)
    {
        await using var service = new ServiceIn(jurisdiction);
        using HttpClient client = service.CreateClient();
        JsonElement regimen = (await client.GetAnswerAsync("/knowledge?lang=en")).Json.GetProperty("regimens").EnumerateArray().Single(r => r.GetProperty("id").GetString() == "dcep");
        string drugs = regimen.TryGetProperty("offLabel", out JsonElement list) ? string.Join(",", list.EnumerateArray().Select(drug => drug.GetString())) : "";
        Assert.Equal(offLabel, drugs);
        Assert.Contains(smouldering, (await client.GetAnswerAsync("/knowledge/book/jsh-2023?lang=en")).Body, StringComparison.Ordinal);
    }

    private sealed class ServiceIn(string jurisdiction) : RealService
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Cds:Knowledge:Jurisdiction", jurisdiction);
        }
    }
}
