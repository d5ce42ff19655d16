using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Trust;
using Microsoft.AspNetCore.Hosting;

namespace Cds.CdsHooks.Tests.Cors;

/// <summary>Section 10 of the checklist.</summary>
public sealed class CrossOriginTests
{
    private const string Sandbox = "https://sandbox.cds-hooks.org";

    [Theory]
    [InlineData("/cds-services", "GET")]
    [InlineData("/cds-services/myeloma-patient-view", "POST")]
    [InlineData("/cds-services/myeloma-patient-view/feedback", "POST")]
    public async Task X1_K12_Preflights_are_answered_for_any_origin_in_development(string url, string method)
    {
        await using var service = new TestService();
        Answer answer = await In(service, "Development").SendAsync(HttpMethod.Options, url,
            ("Origin", Sandbox), ("Access-Control-Request-Method", method), ("Access-Control-Request-Headers", "authorization,content-type"));
        Assert.InRange(answer.Status, 200, 204);
        Assert.Equal(Sandbox, answer.Headers["Access-Control-Allow-Origin"]);
        Assert.Contains("authorization", answer.Headers["Access-Control-Allow-Headers"], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("content-type", answer.Headers["Access-Control-Allow-Headers"], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task X1_Authorization_and_content_type_are_allowed_even_if_the_preflight_does_not_ask_for_them()
    {
        await using var service = new TestService();
        Answer answer = await In(service, "Development").SendAsync(HttpMethod.Options, "/cds-services", ("Origin", Sandbox), ("Access-Control-Request-Method", "GET"));
        Assert.Contains("Authorization", answer.Headers["Access-Control-Allow-Headers"], StringComparison.Ordinal);
        Assert.Contains("Content-Type", answer.Headers["Access-Control-Allow-Headers"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/cds-services")]
    [InlineData("/cds-services/unknown")]
    public async Task X2_X3_X4_Answers_and_errors_carry_the_origin_and_no_credentials(string url)
    {
        await using var service = new TestService();
        Answer answer = await In(service, "Development").SendAsync(HttpMethod.Get, url, ("Origin", Sandbox));
        Assert.Equal(Sandbox, answer.Headers["Access-Control-Allow-Origin"]);
        Assert.Contains("Origin", answer.Headers["Vary"], StringComparison.Ordinal);
        Assert.DoesNotContain("Access-Control-Allow-Credentials", answer.Headers.Keys);
    }

    [Fact]
    public async Task X4_Outside_development_only_configured_origins_are_allowed()
    {
        await using ConfiguredService service = TrustedService.Start(("Cds:Cors:Origins:0", "https://ehr.example.org"));
        HttpClient client = service.CreateClient();
        Answer foreign = await client.SendAsync(HttpMethod.Get, "/cds-services", ("Origin", Sandbox));
        Answer known = await client.SendAsync(HttpMethod.Get, "/cds-services", ("Origin", "https://ehr.example.org"));
        Assert.DoesNotContain("Access-Control-Allow-Origin", foreign.Headers.Keys);
        Assert.Equal("https://ehr.example.org", known.Headers["Access-Control-Allow-Origin"]);
    }

    private static HttpClient In(TestService service, string environment, params (string Key, string Value)[] settings) => service.WithWebHostBuilder(host =>
    {
        host.UseEnvironment(environment);
        foreach ((string key, string value) in settings) host.UseSetting(key, value);
    }).CreateClient();
}
