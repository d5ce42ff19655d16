using Cds.CdsHooks.Outbound;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Trust;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Cds.CdsHooks.Tests.Trust;

/// <summary>Which endpoints carry the policy, asked of the routes themselves so that a new one is not forgotten.</summary>
public sealed class PolicyTests
{
    /// <summary>What acts on the patient that a browser has open takes forms of this site only, and where callers sign in no patient but samples and those of launches.</summary>
    private static readonly string[] OfASession = ["/app", "/app/suppose", "/app/close", "/sandbox/request", "/sandbox/cards", "/launch/again"];

    [Fact]
    public async Task Every_endpoint_that_takes_a_body_lets_in_clients_only()
    {
        await using ConfiguredService service = TrustedService.Start();
        RouteEndpoint[] taking = [.. Endpoints(service).Where(endpoint => Methods(endpoint).Any(method => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method)) && !OfASession.Contains(endpoint.RoutePattern.RawText))];
        Assert.True(taking.Length > 6);
        Assert.All(taking, endpoint => Assert.NotNull(endpoint.Metadata.GetMetadata<AuthorizationPolicy>()));
    }

    [Fact]
    public async Task Hooks_and_their_feedback_carry_the_id_of_their_service()
    {
        await using ConfiguredService service = TrustedService.Start();
        foreach (RouteEndpoint endpoint in Endpoints(service).Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/cds-services/", StringComparison.Ordinal)))
        {
            ClientRequirement requirement = endpoint.Metadata.GetRequiredMetadata<AuthorizationPolicy>().Requirements.OfType<ClientRequirement>().Single();
            Assert.Equal(endpoint.RoutePattern.RawText!.Split('/')[2], requirement.Service);
        }
    }

    [Fact]
    public void A_server_is_not_left_alone_longer_because_the_clock_was_set_back()
    {
        var clock = new KeyBench.SetClock(TestService.Now);
        var monotonic = new MonotonicTime(clock);
        clock.Set(TimeSpan.FromHours(-1));
        clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(TestService.Now.AddSeconds(15), monotonic.GetUtcNow());
    }

    private static IEnumerable<RouteEndpoint> Endpoints(ConfiguredService service)
    {
        _ = service.CreateClient();
        return service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
    }

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
}
