using System.Diagnostics;
using System.Diagnostics.Metrics;
using Cds.CdsHooks.FhirAccess;
using Cds.CdsHooks.Trust;

namespace Cds.CdsHooks.Telemetry;

/// <summary>Counters, durations and spans of the service. Dimensions are rules, hooks, outcomes and resource types: closed lists, never patients.</summary>
internal sealed class ServiceMetrics : IDisposable
{
    /// <summary>Name of the meter and of the source of spans.</summary>
    public const string Name = "Cds.CdsHooks";

    private readonly ActivitySource _spans = new(Name);
    private readonly Histogram<double> _hookDuration;
    private readonly Counter<long> _cards;
    private readonly Counter<long> _feedback;
    private readonly Histogram<double> _fhirDuration;
    private readonly Counter<long> _tokensRefused;

    public ServiceMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create(Name);
        _hookDuration = meter.CreateHistogram<double>("cds.hook.duration", "s", "Time to answer a hook call, by hook, service and outcome");
        _cards = meter.CreateCounter<long>("cds.cards", "{card}", "Cards shown, by rule, hook and indicator");
        _feedback = meter.CreateCounter<long>("cds.feedback", "{entry}", "Feedback entries, by rule and outcome");
        _fhirDuration = meter.CreateHistogram<double>("cds.fhir.query.duration", "s", "Time to read one missing prefetch key, by resource type and outcome");
        _tokensRefused = meter.CreateCounter<long>("cds.tokens.refused", "{token}", "Calls turned away, by reason");
    }

    /// <summary>The span of a hook call; null when nobody listens.</summary>
    public Activity? StartHook(string hook, string service)
    {
        Activity? span = _spans.StartActivity("hook " + hook);
        span?.SetTag("cds.hook", hook).SetTag("cds.service", service);
        return span;
    }

    /// <summary>A hook call was answered.</summary>
    public void HookAnswered(Activity? span, string hook, string service, string outcome, TimeSpan duration)
    {
        _hookDuration.Record(duration.TotalSeconds, new("cds.hook", hook), new("cds.service", service), new("cds.outcome", outcome));
        span?.SetTag("cds.outcome", outcome);
    }

    /// <summary>A card was shown.</summary>
    public void CardShown(Activity? span, string rule, string hook, string indicator)
    {
        _cards.Add(1, new("cds.rule", rule), new("cds.hook", hook), new("cds.indicator", indicator));
        span?.AddEvent(new ActivityEvent("card", tags: new ActivityTagsCollection([new("cds.rule", rule), new("cds.indicator", indicator)])));
    }

    /// <summary>Feedback was stored.</summary>
    public void Feedback(string? rule, bool isAccepted) =>
        _feedback.Add(1, new("cds.rule", rule ?? "unknown"), new KeyValuePair<string, object?>("cds.outcome", isAccepted ? "accepted" : "overridden"));

    /// <summary>The span of reading a missing prefetch key; null when nobody listens.</summary>
    public Activity? StartFhirQuery(string resourceType) => _spans.StartActivity("fhir " + resourceType)?.SetTag("fhir.resource_type", resourceType);

    /// <summary>A missing prefetch key was read, or not.</summary>
    public void FhirQuery(Activity? span, string resourceType, ReadFault fault, TimeSpan duration)
    {
        _fhirDuration.Record(duration.TotalSeconds, new("fhir.resource_type", resourceType), new KeyValuePair<string, object?>("cds.outcome", fault.ToString()));
        span?.SetTag("cds.outcome", fault.ToString());
    }

    /// <summary>A token was refused.</summary>
    public void TokenRefused(TokenFault fault) => _tokensRefused.Add(1, new KeyValuePair<string, object?>("cds.reason", fault.ToString()));

    public void Dispose() => _spans.Dispose();
}
