using System.Text.Json.Nodes;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Pages;
using Cds.CdsHooks.Smart;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Specification;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Tests.Smart;

/// <summary>Settings of launches are checked before the service starts, and the cookies of the pages follow them.</summary>
public sealed class SmartSettingsTests
{
    public static TheoryData<string, Action<CdsOptions>> Wrong() => new()
    {
        { "Issuer is ''", options => Server(options).Issuer = "" },
        { "Issuer is 'http://ehr.example.org/fhir'", options => Server(options).Issuer = "http://ehr.example.org/fhir" },
        { "Issuer is 'https://ehr.example.org/fhir?x=1'", options => Server(options).Issuer = "https://ehr.example.org/fhir?x=1" },
        { "Issuer is 'https://ehr.example.org/a/../fhir'", options => Server(options).Issuer = "https://ehr.example.org/a/../fhir" },
        { "2 times", options => Server(options).Issuer = "https://ehr.example.org/fhir/" },
        { "ClientId is not set", options => Server(options).ClientId = " " },
        { "both ClientSecret and KeyFile", options => (Server(options).ClientSecret, Server(options).KeyFile) = ("s", typeof(SmartSettingsTests).Assembly.Location) },
        { "does not exist", options => Server(options).KeyFile = "/nowhere/key.json" },
        { "no private JWK", options => Server(options).KeyFile = typeof(SmartSettingsTests).Assembly.Location },
        { "Cds:PublicBaseUrl is not set", options => options.PublicBaseUrl = null },
        { "FrameAncestors contains '*'", options => options.Smart.FrameAncestors.Add("*") },
        { "FrameAncestors contains 'https://ehr.example.org/chart'", options => options.Smart.FrameAncestors.Add("https://ehr.example.org/chart") },
        { "over https only", options => Framed(options).PublicBaseUrl = "http://cds.example.org" },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void A_setting_that_cannot_be_meant_stops_the_start(string said, Action<CdsOptions> change)
    {
        CdsOptions options = Correct();
        Assert.True(new SmartOptionsValidator().Validate(null, options).Succeeded);
        change(options);
        Assert.Contains(said, Assert.Single(new SmartOptionsValidator().Validate(null, options).Failures!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("P-384", true)]
    [InlineData("P-256", false)]
    [InlineData("no kid", false)]
    [InlineData("public", false)]
    public void A_key_is_an_elliptic_one_on_p384_or_rsa_with_kid_and_private_part(string kind, bool isGood)
    {
        using TestClientKey key = new();
        JsonNode changed = JsonNode.Parse(File.ReadAllText(key.File))!;
        if (kind == "P-256") changed["crv"] = kind;
        if (kind == "public") changed["d"] = null;
        if (kind == "no kid") changed["kid"] = null;
        File.WriteAllText(key.File, changed.ToJsonString());
        Assert.Equal(isGood, ClientKeyFile.Read(key.File) is not null);
    }

    [Theory]
    [InlineData("http", null, false, "", "Lax False /", "launch")]
    [InlineData("https", null, false, "", "Lax True /", "__Host-launch")]
    [InlineData("http", "https://cds.example.org", false, "", "Lax True /", "__Host-launch")]
    [InlineData("http", "https://cds.example.org/myeloma", false, "/myeloma", "Lax True /myeloma", "launch")]
    [InlineData("http", "https://cds.example.org", true, "", "None True / Partitioned", "__Host-launch")]
    public void Cookies_leave_the_site_only_where_an_ehr_may_frame_the_pages_and_then_over_tls(string scheme, string? address, bool isFramed, string prefix, string form, string name)
    {
        CdsOptions options = new() { PublicBaseUrl = address };
        if (isFramed) Framed(options);
        var context = new DefaultHttpContext();
        context.Request.Scheme = scheme;
        context.Request.PathBase = prefix;
        CookieOptions cookie = new CookieForm(Options.Create(options)).Of(context);
        Assert.True(cookie.HttpOnly);
        Assert.Equal(form, string.Join(' ', [cookie.SameSite.ToString(), cookie.Secure.ToString(), cookie.Path, .. cookie.Extensions]));
        Assert.Equal(name, CookieForm.NameOf("launch", cookie));
    }

    [Theory]
    [InlineData(null, false, null)]
    [InlineData(null, true, "http://localhost/launch")]
    [InlineData("https://app.example.org/launch", true, "https://app.example.org/launch")]
    public async Task Cards_link_to_the_app_that_is_configured_else_to_this_service_where_an_ehr_can_launch_it(string? app, bool isLaunched, string? link)
    {
        List<(string, string)> settings = isLaunched
            ? [("Cds:PublicBaseUrl", "http://localhost"), ("Cds:Smart:Servers:0:Issuer", "https://ehr.example.org/fhir"), ("Cds:Smart:Servers:0:ClientId", "c")]
            : [];
        if (app is not null) settings.Add(("Cds:SmartAppUrl", app));
        await using var service = new ConfiguredService("Development", [.. settings]);
        Answer answer = await service.CreateClient().PostJsonAsync(HookRequests.PatientView, HookRequests.Valid());
        Assert.NotEqual(0, answer.Cards.GetArrayLength());
        Assert.All(answer.Cards.EnumerateArray(), card => Assert.Equal(link is null ? [] : [link], AnswerShape.Items(card, "links")
            .Where(one => one.GetProperty("type").GetString() == "smart").Select(one => one.GetProperty("url").GetString())));
    }

    private static CdsOptions Correct()
    {
        var options = new CdsOptions { PublicBaseUrl = "https://cds.example.org" };
        foreach (string issuer in new[] { "https://ehr.example.org/fhir", "https://other.example.org/fhir" }) options.Smart.Servers.Add(new SmartServerOptions { Issuer = issuer, ClientId = "c" });
        return options;
    }

    private static CdsOptions Framed(CdsOptions options)
    {
        options.Smart.FrameAncestors.Add("https://ehr.example.org");
        return options;
    }

    private static SmartServerOptions Server(CdsOptions options) => options.Smart.Servers[1];
}
