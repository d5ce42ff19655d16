using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.FhirAccess;
using Cds.CdsHooks.Store;
using Cds.CdsHooks.Telemetry;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Trust;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Tests.Trust;

/// <summary>Which services start, and what they say.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task K3_In_development_nobody_has_to_sign_in_and_the_log_says_so()
    {
        await using var service = new ConfiguredService("Development");
        Assert.Equal(200, (await service.CreateClient().CallAsync((string?)null)).Status);
        Assert.Contains(service.Log.Entries, entry => entry.Level == LogLevel.Warning && entry.Text.StartsWith("Authentication is off (Development)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_clients_nothing_is_said_about_authentication_being_off()
    {
        await using ConfiguredService service = TrustedService.Start();
        _ = service.CreateClient();
        Assert.DoesNotContain(service.Log.Entries, entry => entry.Text.Contains("Authentication is off", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public void K3_Outside_development_a_service_without_clients_does_not_start(string environment) =>
        FailsWith("Cds:Trust:Clients is empty", environment, ("Cds:PublicBaseUrl", TestToken.PublicUrl));

    [Fact]
    public void K3_In_production_authentication_cannot_be_switched_off() =>
        FailsWith("Cds:Trust:Authentication is Off", "Production", ("Cds:Trust:Authentication", "Off"));

    [Fact]
    public async Task Elsewhere_it_can_and_the_log_says_so()
    {
        await using var service = new ConfiguredService("Staging", ("Cds:Trust:Authentication", "Off"));
        Assert.Equal(200, (await service.CreateClient().CallAsync((string?)null)).Status);
        Assert.Contains(service.Log.Entries, entry => entry.Text.StartsWith("Authentication is off (Staging)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_development_it_can_be_required()
    {
        await using var service = new ConfiguredService("Development",
            ("Cds:Trust:Authentication", "Required"), ("Cds:PublicBaseUrl", TestToken.PublicUrl),
            ("Cds:Trust:Clients:0:Issuer", TestToken.Issuer), ("Cds:Trust:Clients:0:Jwks", TestKey.Set(TestKey.P384)));
        (await service.CreateClient().CallAsync((string?)null)).IsUnauthorized();
    }

    [Fact]
    public void K6_6_Without_a_public_address_the_audience_cannot_be_checked() =>
        FailsWith("Cds:PublicBaseUrl is not set", "Staging", ("Cds:Trust:Clients:0:Issuer", TestToken.Issuer), ("Cds:Trust:Clients:0:Jwks", TestKey.Set(TestKey.P384)));

    [Fact]
    public void K1_In_production_the_public_address_is_https() => FailsWith(
        "Cds:PublicBaseUrl is 'http://cds.example.org'", "Production",
        ("Cds:PublicBaseUrl", "http://cds.example.org"), ("Cds:Trust:Clients:0:Issuer", TestToken.Issuer), ("Cds:Trust:Clients:0:Jwks", TestKey.Set(TestKey.P384)));

    [Fact]
    public void R5_In_production_plain_http_to_fhir_servers_cannot_be_allowed() =>
        FailsWith("Cds:FhirAccess:AllowHttp is true", "Production", ("Cds:FhirAccess:AllowHttp", "true"));

    [Theory]
    [InlineData("Cds:Trust:Clients:0:Jwks", "{}", "Jwks is no JWK Set")]
    [InlineData("Cds:Trust:Clients:0:Jwks", "{\"keys\":[]}", "Jwks is no JWK Set")]
    [InlineData("Cds:Trust:Clients:0:JwksUrl", "http://ehr.example.org/jwks", "JwksUrl is 'http://ehr.example.org/jwks'")]
    [InlineData("Cds:Trust:Clients:0:JwksFile", "/nowhere/jwks.json", "JwksFile '/nowhere/jwks.json' does not exist")]
    [InlineData("Cds:Trust:Clients:0:Name", "no keys", "has no keys")]
    [InlineData("Cds:Trust:Clients:0:Algorithms:0", "none", "Algorithms contains 'none'")]
    [InlineData("Cds:Trust:Clients:0:Algorithms:0", "HS256", "Algorithms contains 'HS256'")]
    [InlineData("Cds:Trust:Clients:0:FhirServers:0", "*", "Cds:Trust:Clients:FhirServers contains '*'")]
    [InlineData("Cds:FhirAccess:Servers:0", "*", "Cds:FhirAccess:Servers contains '*'")]
    [InlineData("Cds:FhirAccess:Servers:0", "https://ehr.example.org/fhir/..;/admin", "Cds:FhirAccess:Servers contains 'https://ehr.example.org/fhir/..;/admin'")]
    [InlineData("Cds:FhirAccess:Servers:0", "http://ehr.example.org/fhir", "over http only where Cds:FhirAccess:AllowHttp is true")]
    [InlineData("Cds:FhirAccess:Budget", "00:01:00", "Cds:FhirAccess:Budget is 1 min; allowed is 0.1 s to 30 s")]
    [InlineData("Cds:Outbound:AllowedNetworks:0", "10.0.0.0", "Cds:Outbound:AllowedNetworks contains '10.0.0.0'")]
    [InlineData("Cds:Store:PatientKey", "c2hvcnQ=", "Cds:Store:PatientKey is no base64 of 32 bytes or more")]
    [InlineData("Cds:Store:PostgreSql", "Host=db;Database=cds", "Cds:Store:PatientKey is not set")]
    [InlineData("Cds:Store:PostgreSql", "nonsense", "Cds:Store:PostgreSql is no connection string")]
    [InlineData("Cds:SmartAppUrl", "https://app.example.org/launch?iss=x", "Cds:SmartAppUrl is")]
    [InlineData("Cds:Telemetry:OtlpEndpoint", "collector:4317", "Cds:Telemetry:OtlpEndpoint is")]
    [InlineData("Cds:Trust:Unknown", "1", "'Unknown'")]
    public void Settings_that_are_wrong_are_named(string key, string value, string message) =>
        FailsWith(message, "Staging", (key, value), ("Cds:Trust:Clients:0:Issuer", TestToken.Issuer), ("Cds:PublicBaseUrl", TestToken.PublicUrl));

    [Fact]
    public void An_issuer_is_listed_once() => FailsWith(
        "issuer 'https://ehr.example.org' 2 times", "Staging",
        ("Cds:Trust:Clients:0:Issuer", TestToken.Issuer), ("Cds:Trust:Clients:1:Issuer", TestToken.Issuer));

    /// <summary>The settings are refused before anything listens; the process test of the journal shows that the exit code says so.</summary>
    private static void FailsWith(string message, string environment, params (string Key, string Value)[] settings)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.AddCdsConfiguration();
        builder.AddTelemetry();
        builder.Services.AddClientTrust();
        builder.Services.AddFhirAccess();
        builder.Services.AddRecordStore();
        using ServiceProvider services = builder.Services.BuildServiceProvider();
        Exception? failure = Record.Exception(() => services.GetRequiredService<IOptions<CdsOptions>>().Value);
        Assert.NotNull(failure);
        Assert.Contains(message, failure.ToString(), StringComparison.Ordinal);
    }
}
