using System.Net;
using System.Net.Http.Headers;
using Cds.CdsHooks.Outbound;
using Cds.CdsHooks.Telemetry;

namespace Cds.CdsHooks.Smart;

/// <summary>
/// What configured EHRs say about themselves, fetched when somebody launches and kept for a while: however many launches begin, an EHR is asked once in that time.
/// </summary>
internal sealed class SmartConfigurations(GuardedClient http, TimeProvider time, IOptions<CdsOptions> options, ILogger<SmartConfigurations> logger)
{
    private const string WellKnown = "/.well-known/smart-configuration";
    private const int Largest = 256 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5), Life = TimeSpan.FromMinutes(5), LifeOfFailure = TimeSpan.FromSeconds(5);

    private readonly bool _allowHttp = options.Value.FhirAccess.AllowHttp;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Fetch> _fetches = new(StringComparer.Ordinal);

    /// <summary>The configuration of an EHR; null when it cannot be had or used.</summary>
    public Task<SmartConfiguration?> OfAsync(SmartServer server, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (!_fetches.TryGetValue(server.Issuer, out Fetch? fetch) || !IsGood(fetch)) _fetches[server.Issuer] = fetch = new Fetch(time.GetTimestamp(), FetchAsync(server));
            return fetch.Answer.WaitAsync(cancellation);
        }
    }

    private bool IsGood(Fetch fetch)
    {
        if (!fetch.Answer.IsCompleted) return true;
        return time.GetElapsedTime(fetch.Began) < (fetch.Answer is { IsCompletedSuccessfully: true, Result: not null } ? Life : LifeOfFailure);
    }

    /// <summary>It belongs to everybody who launches, so that nobody's going away ends it.</summary>
    private async Task<SmartConfiguration?> FetchAsync(SmartServer server)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, server.Issuer + WellKnown);
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            using HttpResponseMessage response = await http.SendAsync(request, patience.Token);
            if (response.StatusCode == HttpStatusCode.OK
                && await BoundedBody.ReadAsync(response.Content, Largest, new ByteAllowance(Largest), patience.Token) is { } body
                && SmartConfiguration.Parse(body, _allowHttp) is { } configuration) return configuration;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException or OperationCanceledException)
        {
            // Said below; the exception adds nothing that an operator could act on.
        }

        logger.SmartConfigurationFailed(server.Base.Host);
        return null;
    }

    private sealed record Fetch(long Began, Task<SmartConfiguration?> Answer);
}
