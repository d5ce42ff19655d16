using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Cds.CdsHooks.Telemetry;

/// <summary>Spans and durations of the work inside a call: evaluating the rules, asking the store. Dimensions are services and operations: closed lists, never patients.</summary>
internal sealed class WorkMetrics : IDisposable
{
    private const string Done = "done", Failed = "failed";

    private readonly ActivitySource _spans = new(ServiceMetrics.Name);
    private readonly Histogram<double> _evaluation, _store;

    public WorkMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create(ServiceMetrics.Name);
        _evaluation = meter.CreateHistogram<double>("cds.evaluation.duration", "s", "Time to evaluate the rules for one patient, by who asks");
        _store = meter.CreateHistogram<double>("cds.store.duration", "s", "Time that a call waits for the store, by operation and outcome");
    }

    /// <summary>Evaluates.</summary>
    /// <param name="asker">Id of the service, or the route.</param>
    /// <param name="evaluate">The evaluation.</param>
    public T Evaluate<T>(string asker, Func<T> evaluate)
    {
        long started = Stopwatch.GetTimestamp();
        using Activity? span = _spans.StartActivity("evaluate")?.SetTag("cds.service", asker);
        T result = evaluate();
        _evaluation.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("cds.service", asker));
        return result;
    }

    /// <summary>Asks the store.</summary>
    /// <param name="operation">What is asked.</param>
    /// <param name="ask">The question.</param>
    public async Task<T> AskStoreAsync<T>(string operation, Func<Task<T>> ask)
    {
        long started = Stopwatch.GetTimestamp();
        using Activity? span = _spans.StartActivity("store " + operation);
        string outcome = Failed;
        try
        {
            T answer = await ask();
            outcome = Done;
            return answer;
        }
        finally
        {
            _store.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new("cds.operation", operation), new KeyValuePair<string, object?>("cds.outcome", outcome));
            span?.SetTag("cds.outcome", outcome);
        }
    }

    public void Dispose() => _spans.Dispose();
}
