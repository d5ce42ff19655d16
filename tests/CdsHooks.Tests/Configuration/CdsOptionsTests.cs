using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Tests.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Tests.Configuration;

public sealed class CdsOptionsTests
{
    [Fact]
    public void Defaults_are_valid() => Assert.True(Validator().Validate(null, new CdsOptions()).Succeeded);

    [Theory]
    [InlineData("Cds:MaxCards", "0")]
    [InlineData("Cds:MaxCards", "51")]
    [InlineData("Cds:MaxBodyBytes", "999")]
    [InlineData("Cds:MaxJsonDepth", "15")]
    [InlineData("Cds:RequestTimeout", "00:00:00")]
    [InlineData("Cds:TimeZone", "Mars/Olympus")]
    [InlineData("Cds:DefaultLanguage", "fr")]
    [InlineData("Cds:PublicBaseUrl", "cds.example.org")]
    [InlineData("Cds:PublicBaseUrl", "https://cds.example.org/?tenant=1")]
    [InlineData("Cds:Knowledge:Jurisdiction", "uk")]
    [InlineData("Cds:Cors:Origins:0", "https://ehr.example.org/path")]
    public void A_wrong_setting_is_named_with_its_value(string key, string value)
    {
        ValidateOptionsResult result = Validator().Validate(null, Bound(key, value));
        Assert.True(result.Failed);
        string failure = Assert.Single(result.Failures!);
        Assert.StartsWith(key.Replace(":0", "", StringComparison.Ordinal), failure, StringComparison.Ordinal);
        Assert.Contains(value, failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_module_that_does_not_exist_is_named_with_the_nearest() => Assert.StartsWith(
        "Cds:Knowledge:Modules: no module has the id 'stage-and-risk': did you mean 'stages-and-risk'?",
        Assert.Single(Validator().Validate(null, Bound("Cds:Knowledge:Modules:stage-and-risk", "false")).Failures!), StringComparison.Ordinal);

    [Fact]
    public void A_module_that_exists_can_be_switched() => Assert.True(Validator().Validate(null, Bound("Cds:Knowledge:Modules:stages-and-risk", "false")).Succeeded);

    [Fact]
    public void All_that_is_wrong_is_reported_at_once()
    {
        var options = new CdsOptions { MaxCards = 0, MaxJsonDepth = 0, DefaultLanguage = "" };
        Assert.Equal(3, Validator().Validate(null, options).Failures!.Count());
    }

    [Fact]
    public void The_default_time_zone_needs_no_time_zone_database() => Assert.Equal(TimeSpan.FromHours(9), TimeZones.Find("Asia/Tokyo")!.BaseUtcOffset);

    [Fact]
    public void Now_is_local_time_to_the_second()
    {
        var clock = new ServiceClock(new FixedTime(new DateTimeOffset(2026, 11, 20, 15, 30, 1, 999, TimeSpan.Zero)), Options.Create(new CdsOptions()));
        Assert.Equal("2026-11-21T00:30:01", clock.Now().Text);
    }

    private static CdsOptionsValidator Validator() => new(new ConfigurationBuilder().Build());

    private static CdsOptions Bound(string key, string value)
    {
        var options = new CdsOptions();
        new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build().GetSection(CdsOptions.Section).Bind(options);
        return options;
    }
}
