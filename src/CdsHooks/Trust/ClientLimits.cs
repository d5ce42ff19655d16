using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;

namespace Cds.CdsHooks.Trust;

/// <summary>How often, and how often at the same time, a client may call. Without sign-in a client is a network address, and limits are off unless set.</summary>
internal sealed class ClientLimits(IOptions<CdsOptions> options, TrustMode mode) : IConfigureOptions<RateLimiterOptions>
{
    private const int DefaultPerMinute = 6_000, DefaultConcurrent = 100, SegmentsPerMinute = 6;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WaitForPlace = TimeSpan.FromSeconds(1);

    private readonly TrustOptions _trust = options.Value.Trust;

    public void Configure(RateLimiterOptions limiter)
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(Concurrency), PartitionedRateLimiter.Create<HttpContext, string>(Rate));
        limiter.OnRejected = RefuseAsync;
    }

    private RateLimitPartition<string> Rate(HttpContext context)
    {
        string key = KeyOf(context);
        int? limit = Own(context)?.RequestsPerMinute ?? _trust.RequestsPerMinute ?? (mode.IsRequired ? DefaultPerMinute : null);
        return key.Length == 0 || limit is null
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = limit.Value,
                Window = Window,
                SegmentsPerWindow = SegmentsPerMinute,
                QueueLimit = 0,
            });
    }

    private RateLimitPartition<string> Concurrency(HttpContext context)
    {
        string key = KeyOf(context);
        int? limit = Own(context)?.ConcurrentRequests ?? _trust.ConcurrentRequests ?? (mode.IsRequired ? DefaultConcurrent : null);
        return key.Length == 0 || limit is null
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetConcurrencyLimiter(key, _ => new ConcurrencyLimiterOptions { PermitLimit = limit.Value, QueueLimit = 0 });
    }

    /// <summary>Probes, pages and preflights are not counted.</summary>
    private static string KeyOf(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is null) return "";
        return CallingClient.Of(context) is { } client ? "iss " + client.Issuer : "ip " + context.Connection.RemoteIpAddress;
    }

    private ClientOptions? Own(HttpContext context) =>
        CallingClient.Of(context) is { } client ? _trust.Clients.FirstOrDefault(entry => entry.Issuer == client.Issuer) : null;

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellation) =>
        await RefuseAsync(rejected.HttpContext, rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan after) ? after : WaitForPlace);

    /// <summary>Answers 429 with the whole seconds to wait.</summary>
    public static Task RefuseAsync(HttpContext context, TimeSpan wait) =>
        new ProblemAnswer(ProblemKind.TooManyRequests.After(wait, TrustPhrases.TooManyRequests)).ExecuteAsync(context);
}
