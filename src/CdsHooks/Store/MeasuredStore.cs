using Cds.CdsHooks.Telemetry;

namespace Cds.CdsHooks.Store;

/// <summary>The store, with a span and a duration of everything that a call waits for.</summary>
internal sealed class MeasuredStore(RecordStore store, WorkMetrics metrics) : IRecordStore
{
    public string Description => store.Description;

    public Task OpenAsync(CancellationToken cancellation) => store.OpenAsync(cancellation);

    public Task AddAsync(IReadOnlyList<FeedbackRecord> records, CancellationToken cancellation) => metrics.AskStoreAsync("add-feedback", async () =>
    {
        await store.AddAsync(records, cancellation);
        return records.Count;
    });

    public Task<IReadOnlyDictionary<string, CardTrace>> FindCardsAsync(IReadOnlyCollection<string> uuids, CancellationToken cancellation) =>
        metrics.AskStoreAsync("find-cards", () => store.FindCardsAsync(uuids, cancellation));

    public Task<IReadOnlyDictionary<OverrideKey, Overridden>> FindOverridesAsync(string patient, string? user, DateTimeOffset since, CancellationToken cancellation) =>
        metrics.AskStoreAsync("find-overrides", () => store.FindOverridesAsync(patient, user, since, cancellation));

    public Task<FeedbackCounts> CountAsync(ReasonNaming naming, CancellationToken cancellation) => metrics.AskStoreAsync("count", () => store.CountAsync(naming, cancellation));

    public Task<IReadOnlyList<CallDuration>> FindDurationsAsync(int most, CancellationToken cancellation) =>
        metrics.AskStoreAsync("find-durations", () => store.FindDurationsAsync(most, cancellation));

    public Task CheckAsync(CancellationToken cancellation) => metrics.AskStoreAsync("check", async () =>
    {
        await store.CheckAsync(cancellation);
        return true;
    });
}
