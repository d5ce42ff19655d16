using Cds.CdsHooks.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Cds.CdsHooks.Tests.Trust;

/// <summary>A service whose one client has its keys at an address, a clock that tests put forward, and tokens of its time.</summary>
internal sealed class KeyBench
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public SetClock Time { get; } = new(TestService.Now);

    public static Task<LocalServer> ServeAsync(Func<string> set) => LocalServer.StartAsync(context => AnswerAsync(context, set()));

    public static Task AnswerAsync(HttpContext context, string set)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(set, context.RequestAborted);
    }

    /// <summary>Staging, not production: there plain http is out of the question.</summary>
    public ConfiguredService Start(LocalServer keys, params (string Key, string Value)[] settings) => new("Staging",
    [
        ("Cds:PublicBaseUrl", TestToken.PublicUrl),
        ("Cds:FhirAccess:AllowHttp", "true"),
        ("Cds:Outbound:AllowedNetworks:0", "127.0.0.0/8"),
        ("Cds:Trust:Clients:0:Issuer", TestToken.Issuer),
        ("Cds:Trust:Clients:0:JwksUrl", keys.Url + "/jwks.json"),
        .. settings,
    ])
    {
        Parts = services => services.AddSingleton<TimeProvider>(Time),
    };

    public TestToken Token(LocalServer keys)
    {
        long now = Time.GetUtcNow().ToUnixTimeSeconds();
        return new TestToken().WithHeader("jku", keys.Url + "/jwks.json").With("iat", now).With("exp", now + 300);
    }

    /// <summary>Returns when the service has read the set as often as that; it does so in the background.</summary>
    public static Task HasReadAsync(ConfiguredService service, int times) => HasLoggedAsync(service, $"Key set of {TestToken.Issuer} read: ", times);

    /// <summary>Returns when the service has failed to read the set as often as that.</summary>
    public static Task HasFailedAsync(ConfiguredService service, int times) => HasLoggedAsync(service, $"Key set of {TestToken.Issuer} cannot be read", times);

    private static Task HasLoggedAsync(ConfiguredService service, string text, int times) =>
        UntilAsync(() => service.Log.Entries.Count(entry => entry.Text.Contains(text, StringComparison.Ordinal)) >= times);

    public static async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (!isSo()) await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
    }

    /// <summary>A clock that can be set, as administrators do; what is measured does not notice.</summary>
    internal sealed class SetClock(DateTimeOffset start) : FakeTimeProvider(start)
    {
        private TimeSpan _off;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _off;

        /// <summary>The library reckons it from the clock.</summary>
        public override long GetTimestamp() => base.GetTimestamp() - _off.Ticks;

        public void Set(TimeSpan by) => _off += by;
    }
}
