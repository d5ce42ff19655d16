using System.Net;
using System.Net.Http.Headers;
using Cds.CdsHooks.Outbound;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Cds.CdsHooks.Trust;

/// <summary>Fetches the key set of a client from its configured address, by the rules of every outbound connection.</summary>
internal sealed class KeySetFetcher(GuardedClient http, TimeProvider time)
{
    private const int Largest = 256 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AttemptPatience = TimeSpan.FromSeconds(2);

    private readonly ResiliencePipeline<ClientKeySet?> _pipeline = new ResiliencePipelineBuilder<ClientKeySet?> { TimeProvider = time }
        .AddTimeout(Patience)
        .AddRetry(new RetryStrategyOptions<ClientKeySet?>
        {
            MaxRetryAttempts = 1,
            Delay = TimeSpan.FromMilliseconds(100),
            UseJitter = true,
            ShouldHandle = new PredicateBuilder<ClientKeySet?>().Handle<HttpRequestException>(exception => exception.InnerException is not RefusedAddressException).Handle<IOException>().Handle<TimeoutRejectedException>(),
        })
        .AddTimeout(AttemptPatience)
        .Build();

    /// <summary>The key set, or null when it cannot be had.</summary>
    public async Task<ClientKeySet?> FetchAsync(Uri address, CancellationToken cancellation)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async token => await FetchOnceAsync(address, token), cancellation);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException or TimeoutRejectedException)
        {
            return null;
        }
    }

    private async Task<ClientKeySet?> FetchOnceAsync(Uri address, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using HttpResponseMessage response = await http.SendAsync(request, cancellation);
        if (response.StatusCode != HttpStatusCode.OK) return null;
        return await BoundedBody.ReadAsync(response.Content, Largest, new ByteAllowance(Largest), cancellation) is { } body ? ClientKeySet.Parse(body) : null;
    }
}
