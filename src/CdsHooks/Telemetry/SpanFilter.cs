using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace Cds.CdsHooks.Telemetry;

/// <summary>
/// Lets out of a span only what cannot hold patient data. Paths, queries, host headers, user agents, the state that a client puts into its trace headers and
/// texts of errors can: instrumentation may add whatever it likes, what is not on the list goes. Comes before the exporter.
/// </summary>
internal sealed class SpanFilter : BaseProcessor<Activity>
{
    private const string OwnPrefix = "cds.";

    private static readonly FrozenSet<string> Allowed =
    [
        "http.request.method", "http.response.status_code", "http.route", "http.request.resend_count", "url.scheme",
        "network.protocol.name", "network.protocol.version", "error.type", "otel.status_code", "fhir.resource_type",
    ];

    /// <summary>Which server we call is ours to say; which host a caller names is the caller's.</summary>
    private static readonly FrozenSet<string> AllowedOfOurCalls = ["server.address", "server.port"];

    public override void OnEnd(Activity data)
    {
        string[] refused = [.. data.TagObjects.Select(tag => tag.Key).Where(key => !IsAllowed(key, data.Kind))];
        foreach (string key in refused) data.SetTag(key, null);
        if (data.StatusDescription is not null) data.SetStatus(data.Status);
        data.TraceStateString = null;
    }

    private static bool IsAllowed(string key, ActivityKind kind) =>
        key.StartsWith(OwnPrefix, StringComparison.Ordinal) || Allowed.Contains(key) || (kind == ActivityKind.Client && AllowedOfOurCalls.Contains(key));
}
