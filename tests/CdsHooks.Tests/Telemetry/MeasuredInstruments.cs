using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Cds.CdsHooks.Tests.Telemetry;

/// <summary>Every instrument that this process has, by the names that Prometheus gives it, and the dimensions that were measured with it.</summary>
internal sealed class MeasuredInstruments : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, byte> _names = new(), _labels = new();

    public MeasuredInstruments()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            foreach (string name in PrometheusNames(instrument)) _names.TryAdd(name, 0);
            listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((_, _, tags, _) => Keep(tags));
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) => Keep(tags));
        _listener.SetMeasurementEventCallback<int>((_, _, tags, _) => Keep(tags));
        _listener.Start();
    }

    public IEnumerable<string> Names => _names.Keys;

    public IEnumerable<string> Labels => _labels.Keys;

    public void Dispose() => _listener.Dispose();

    private void Keep(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (KeyValuePair<string, object?> tag in tags) _labels.TryAdd(tag.Key.Replace('.', '_'), 0);
    }

    /// <summary>As OpenTelemetry's specification for Prometheus has it: dots become underscores, then the unit where the name does not end with it, then what the kind adds.</summary>
    private static string[] PrometheusNames(Instrument instrument)
    {
        string name = instrument.Name.Replace('.', '_'), unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        if (!name.EndsWith(unit, StringComparison.Ordinal)) name += unit;
        return instrument.GetType().GetGenericTypeDefinition() switch
        {
            { } kind when kind == typeof(Histogram<>) => [name + "_bucket", name + "_count", name + "_sum"],
            { } kind when kind == typeof(Counter<>) || kind == typeof(ObservableCounter<>) => [name + "_total"],
            _ => [name],
        };
    }
}
