using System.Net;
using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Companion.Insights;
using Cds.CdsHooks.Delivery;
using Cds.CdsHooks.Localization;
using Cds.CdsHooks.Store;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Trust;

namespace Cds.CdsHooks.Tests.Companion;

/// <summary>The page on what clinicians did with the cards.</summary>
public sealed class InsightsTests
{
    [Theory]
    [InlineData("en", "Nothing to show yet")]
    [InlineData("ja", "まだ表示するデータがない")]
    public async Task An_empty_store_explains_itself(string language, string heading)
    {
        using RealService service = new();
        Assert.Contains(heading, await service.CreateClient().GetStringAsync($"/insights?lang={language}", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, HttpStatusCode.Unauthorized)]
    [InlineData(true, HttpStatusCode.OK)]
    public async Task Where_callers_sign_in_it_is_open_only_when_the_site_says_so(bool open, HttpStatusCode status)
    {
        using ConfiguredService service = new("Development",
            ("Cds:Trust:Authentication", "Required"), ("Cds:PublicBaseUrl", TestToken.PublicUrl), ("Cds:Companion:OpenInsights", open.ToString()),
            ("Cds:Trust:Clients:0:Issuer", TestToken.Issuer), ("Cds:Trust:Clients:0:Jwks", TestKey.Set(TestKey.P384)));
        Assert.Equal(status, (await service.CreateClient().GetAsync("/insights", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public void Only_rules_of_the_book_are_led_to()
    {
        KnowledgeTitles titles = new(SmallKnowledge.Base);
        Assert.True(titles.HasPage(SmallKnowledge.Prophylaxis.Id));
        Assert.All(["workup.missing", NotCoveredCard.Id, KeptBackCard.Id, UnjudgedOrdersCard.Id], id =>
        {
            Assert.False(titles.HasPage(id));
            Assert.Contains(id, OwnCardPhrases.Titles.Keys);
        });
    }

    [Fact]
    public void Durations_are_told_by_rank()
    {
        CallDuration[] calls = [.. Enumerable.Range(1, 100).Select(number => new CallDuration("a", number)), new CallDuration("b", 7)];
        Assert.Equal([new ServiceDuration("a", 100, 50, 95, 100), new ServiceDuration("b", 1, 7, 7, 7)], ServiceDuration.Of(calls));
        Assert.Empty(ServiceDuration.Of([]));
    }
}
