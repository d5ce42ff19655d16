using System.Net;
using System.Net.Http.Headers;
using Cds.CdsHooks.Outbound;
using Polly;
using Polly.Retry;

namespace Cds.CdsHooks.Batch.Export;

/// <summary>Calls to the server of an export, by the rules of every outbound connection. What may pass is tried again, when the server says so or after a growing pause.</summary>
internal sealed class ServerCalls
{
    private const int Largest = 16 * 1024 * 1024, MostRetries = 6;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100), FirstPause = TimeSpan.FromSeconds(1), LongestPause = TimeSpan.FromMinutes(2);

    private readonly GuardedClient _http;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public ServerCalls(GuardedClient http, TimeProvider time)
    {
        _http = http;
        _time = time;
        _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = MostRetries,
                Delay = FirstPause,
                MaxDelay = LongestPause,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                    .Handle<HttpRequestException>(exception => exception.InnerException is not RefusedAddressException).Handle<TimeoutException>()
                    .HandleResult(response => response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout),
                DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result is { } response ? PauseAfter(response) : null),
                OnRetry = arguments =>
                {
                    arguments.Outcome.Result?.Dispose();
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }

    /// <summary>Sends a request until there is an answer that will not pass.</summary>
    /// <param name="create">Makes the request, anew for each attempt.</param>
    /// <param name="token">Ends it.</param>
    /// <exception cref="ExportException">The server cannot be reached.</exception>
    public async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> create, CancellationToken token)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async attempt => await SendOnceAsync(create, attempt), token);
        }
        catch (Exception exception) when (exception is HttpRequestException or TimeoutException)
        {
            throw new ExportException($"The server cannot be reached: {exception.InnerException?.Message ?? exception.Message}", exception);
        }
    }

    /// <summary>The JSON of an answer.</summary>
    /// <exception cref="ExportException">It is none.</exception>
    public static async Task<JsonElement> ReadJsonAsync(HttpResponseMessage response, CancellationToken token)
    {
        try
        {
            ReadOnlyMemory<byte> body = await BoundedBody.ReadAsync(response.Content, Largest, new ByteAllowance(Largest), token) ?? throw new ExportException("An answer of the server is too large.");
            using JsonDocument document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : throw new ExportException("An answer of the server is no JSON object.");
        }
        catch (JsonException exception)
        {
            throw new ExportException("An answer of the server is no JSON.", exception);
        }
    }

    /// <summary>How long the server wants to be left alone; null when it does not say.</summary>
    public TimeSpan? PauseAfter(HttpResponseMessage response)
    {
        RetryConditionHeaderValue? header = response.Headers.RetryAfter;
        TimeSpan? pause = header?.Delta ?? (header?.Date is { } date ? date - _time.GetUtcNow() : null);
        return pause is null ? null : TimeSpan.FromTicks(Math.Clamp(pause.Value.Ticks, 0, LongestPause.Ticks));
    }

    private async Task<HttpResponseMessage> SendOnceAsync(Func<HttpRequestMessage> create, CancellationToken token)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(Patience);
        using HttpRequestMessage request = create();
        try
        {
            return await _http.SendAsync(request, patience.Token);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            throw new TimeoutException($"no answer within {Patience.TotalSeconds:0} seconds");
        }
    }
}
