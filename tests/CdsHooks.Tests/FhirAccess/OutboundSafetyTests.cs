using System.Net;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.FhirAccess;
using Cds.CdsHooks.Outbound;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.FhirAccess;

/// <summary>Where the service lets itself be sent.</summary>
public sealed class OutboundSafetyTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.8.8")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("192.0.2.1")]
    [InlineData("198.18.0.1")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:a00:1::")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    public void A6_Private_and_special_addresses_are_refused(string address) => Assert.False(new AddressRules([]).Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    public void Public_addresses_are_allowed(string address) => Assert.True(new AddressRules([]).Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("10.20.0.0/16", "10.20.3.4", true)]
    [InlineData("10.20.0.0/16", "::ffff:10.20.3.4", true)]
    [InlineData("10.20.0.0/16", "10.21.0.1", false)]
    [InlineData("fd00::/8", "fd00::1", true)]
    [InlineData("fd00::/8", "fe80::1", false)]
    public void Configured_networks_are_allowed_and_no_more(string network, string address, bool allowed) =>
        Assert.Equal(allowed, new AddressRules([network]).Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://ehr.example.org/fhir", "https://ehr.example.org/fhir", true)]
    [InlineData("https://ehr.example.org/fhir", "https://EHR.example.org/fhir/", true)]
    [InlineData("https://ehr.example.org/fhir", "https://ehr.example.org/fhir/tenant-1", true)]
    [InlineData("https://ehr.example.org/fhir", "https://ehr.example.org/fhirx", false)]
    [InlineData("https://ehr.example.org/fhir", "https://ehr.example.org/", false)]
    [InlineData("https://ehr.example.org/fhir", "https://ehr.example.org:8443/fhir", false)]
    [InlineData("https://ehr.example.org/fhir", "http://ehr.example.org/fhir", false)]
    [InlineData("https://ehr.example.org/fhir", "https://ehr.example.org/fhir/%2e%2e/admin", false)]
    [InlineData("https://ehr.example.org/fhir", "https://ehr.example.org/fhir/..;/admin", false)]
    [InlineData("https://ehr.example.org/fhir", "https://ehr.example.org/fhir/%252e%252e/admin", false)]
    [InlineData("https://ehr.example.org/fhir", "https://ehr.example.org/fhir/a;session=1", true)]
    [InlineData("ehr.example.org", "https://ehr.example.org/any/path", true)]
    [InlineData("ehr.example.org", "https://ehr.example.org.evil.example/", false)]
    [InlineData("ehr.example.org", "https://ehr.example.org:8443/", false)]
    [InlineData("*.example.org", "https://a.b.example.org/fhir", true)]
    [InlineData("*.example.org", "https://example.org/fhir", false)]
    [InlineData("*.example.org", "https://badexample.org/fhir", false)]
    [InlineData("https://ehr.example.org/fhir", "https://ehr.example.org@evil.example/fhir", false)]
    [InlineData("https://ehr.example.org/fhir", "https://user:secret@ehr.example.org/fhir", false)]
    public void A6_Servers_are_allowed_by_address_host_or_pattern(string pattern, string server, bool allowed) =>
        Assert.Equal(allowed, ServerPattern.Parse(pattern)!.Covers(new Uri(server)));

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("*.")]
    [InlineData("ftp://ehr.example.org")]
    [InlineData("https://ehr.example.org/fhir?x=1")]
    [InlineData("https://user@ehr.example.org")]
    [InlineData("https://ehr.example.org/fhir/..;/admin")]
    [InlineData("ehr.example.org/fhir")]
    public void Entries_of_other_forms_are_refused_at_start(string pattern) => Assert.Null(ServerPattern.Parse(pattern));

    [Theory]
    [InlineData("Cds:FhirAccess:Servers:0", "https://other.example.org/fhir", nameof(ReadFault.ServerNotAllowed))]
    [InlineData("Cds:Outbound:AllowedNetworks:0", "10.0.0.0/8", nameof(ReadFault.AddressRefused))]
    public async Task R5_A6_A_server_that_is_not_allowed_is_never_called(string key, string value, string reason)
    {
        await using FhirBench bench = await FhirBench.StartAsync((key, value));
        (await bench.CallAsync()).IsOperationOutcome(412);
        Assert.Empty(bench.Server.Requests);
        Assert.Contains(bench.Log.Entries, entry => entry.Text.EndsWith(reason, StringComparison.Ordinal));
    }

    /// <summary>A host that is listed may be called without TLS only where that is allowed; nobody listens there.</summary>
    [Theory]
    [InlineData("false", true)]
    [InlineData("true", false)]
    public async Task R5_A6_Http_is_called_only_where_it_is_allowed(string allowed, bool isRefused)
    {
        await using FhirBench bench = await FhirBench.StartAsync(("Cds:FhirAccess:Servers:0", "127.0.0.1"), ("Cds:FhirAccess:AllowHttp", allowed));
        (await bench.CallAsync(bench.Request().With("fhirServer", "http://127.0.0.1/fhir"))).IsOperationOutcome(412);
        Assert.Equal(isRefused, bench.Log.Entries.Any(entry => entry.Text.EndsWith(nameof(ReadFault.ServerNotAllowed), StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("2130706433")]
    public async Task A6_The_address_is_checked_after_name_resolution(string host)
    {
        await using FhirBench bench = await FhirBench.StartAsync(("Cds:Outbound:AllowedNetworks:0", "10.0.0.0/8"));
        int port = new Uri(bench.Server.Url).Port;
        await using FhirBench named = await FhirBench.StartAsync(
            ("Cds:FhirAccess:Servers:0", $"http://{host}:{port}/fhir"), ("Cds:Outbound:AllowedNetworks:0", "10.0.0.0/8"));
        JsonObject request = named.Request().With("fhirServer", $"http://{host}:{port}/fhir");
        (await named.CallAsync(request)).IsOperationOutcome(412);
        Assert.Empty(bench.Server.Requests);
    }

    [Fact]
    public async Task A6_By_default_no_server_is_called()
    {
        await using LocalServer server = await LocalServer.StartAsync(FhirBench.AnswerAsync);
        await using var service = new ConfiguredService("Development");
        await using FhirBench bench = await FhirBench.StartAsync();
        JsonObject request = bench.Request().With("fhirServer", server.Url + "/fhir");
        (await service.CreateClient().PostJsonAsync(HookRequests.PatientView, request)).IsOperationOutcome(412);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("patient/Observation.read", true, true)]
    [InlineData("patient/*.read", true, true)]
    [InlineData("user/Observation.*", true, true)]
    [InlineData("system/*.rs", true, true)]
    [InlineData("patient/Observation.r", true, false)]
    [InlineData("patient/Observation.s", false, true)]
    [InlineData("patient/Observation.cruds", true, true)]
    [InlineData("patient/Observation.write", false, false)]
    [InlineData("patient/Observation.cud", false, false)]
    [InlineData("patient/Observation.sr", false, false)]
    [InlineData("patient/Observation.", false, false)]
    [InlineData("Observation.read", false, false)]
    [InlineData("launch openid fhirUser offline_access", false, false)]
    [InlineData("patient/Condition.read", false, false)]
    public void A2_Scopes_of_both_versions_are_understood(string scope, bool reads, bool searches)
    {
        SmartScopes scopes = SmartScopes.Parse("launch " + scope);
        Assert.Equal(reads, scopes.ForRead("Observation") == ScopeAnswer.Allowed);
        Assert.Equal(searches, scopes.ForSearch("Observation") == ScopeAnswer.Allowed);
    }
}
