using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Telemetry;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Trust;
using Microsoft.Extensions.DependencyInjection;

namespace Cds.CdsHooks.Tests.Telemetry;

/// <summary>What is counted, and by what.</summary>
public sealed class MeasurementTests
{
    [Fact]
    public async Task Calls_cards_and_feedback_are_counted_by_rule_hook_and_outcome()
    {
        await using var service = new ConfiguredService("Development");
        HttpClient client = service.CreateClient();
        using var seen = new SeenMeasurements(service.Services.GetRequiredService<IMeterFactory>());
        await client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid());
        await client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid().Without("prefetch"));
        await client.PostJsonAsync(HookRequests.PatientView + "/feedback", new JsonObject
        {
            ["feedback"] = new JsonArray(new JsonObject { ["card"] = "x", ["outcome"] = "overridden", ["outcomeTimestamp"] = "2026-11-20T08:15:30Z" }),
        });
        Assert.Contains("cds.hook.duration cds.hook=patient-view cds.outcome=cards cds.service=myeloma-patient-view", seen.Lines);
        Assert.Contains("cds.hook.duration cds.hook=patient-view cds.outcome=missing-patient-data cds.service=myeloma-patient-view", seen.Lines);
        Assert.Contains("cds.cards cds.hook=patient-view cds.indicator=warning cds.rule=prophylaxis.herpes-zoster", seen.Lines);
        Assert.Contains("cds.feedback cds.outcome=overridden cds.rule=unknown", seen.Lines);
    }

    [Fact]
    public async Task Refused_tokens_are_counted_by_reason()
    {
        await using ConfiguredService service = TrustedService.Start();
        HttpClient client = service.CreateClient();
        using var seen = new SeenMeasurements(service.Services.GetRequiredService<IMeterFactory>());
        await client.CallAsync((string?)null);
        Assert.Contains("cds.tokens.refused cds.reason=NoToken", seen.Lines);
    }

    /// <summary>Names and dimensions of what one app measures.</summary>
    private sealed class SeenMeasurements : IDisposable
    {
        private readonly MeterListener _listener = new();

        public SeenMeasurements(IMeterFactory meters)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == ServiceMetrics.Name && instrument.Meter.Scope == meters) listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep(instrument, tags));
            _listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Keep(instrument, tags));
            _listener.Start();
        }

        public ConcurrentQueue<string> Lines { get; } = new();

        public void Dispose() => _listener.Dispose();

        private void Keep(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            Lines.Enqueue(string.Join(' ', [instrument.Name, .. tags.ToArray().OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}")]));
    }
}
