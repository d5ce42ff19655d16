using Cds.CdsHooks.Store.Databases;
using Cds.CdsHooks.Store.Journal;
using Cds.CdsHooks.Store.Migrations;
using Cds.CdsHooks.Store.Reading;
using Cds.CdsHooks.Store.Writing;

namespace Cds.CdsHooks.Store;

/// <summary>Records in a database: SQLite or PostgreSQL, which differ in <see cref="StoreDatabase"/> alone.</summary>
internal sealed class RecordStore(
    StoreDatabase database, Migrator migrator, JournalImport journals, RecordWriter writer, ShownCards shown, RecordQueries queries, SummaryQueries summary) : IRecordStore
{
    private readonly SharedRun<FeedbackCounts> _summaries = new();

    public string Description => database.Description;

    public async Task OpenAsync(CancellationToken cancellation)
    {
        await database.CreateAsync(cancellation);
        await migrator.ApplyAsync(cancellation);
        await journals.RunAsync(cancellation);
        writer.Start();

        // The first write and the first query of a process cost some tens of milliseconds: now, and not in the first call.
        await CheckAsync(cancellation);
        await FindOverridesAsync("", null, DateTimeOffset.UnixEpoch, cancellation);
    }

    public Task AddAsync(IReadOnlyList<FeedbackRecord> records, CancellationToken cancellation) => writer.AddAsync(records, cancellation);

    public async Task<IReadOnlyDictionary<string, CardTrace>> FindCardsAsync(IReadOnlyCollection<string> uuids, CancellationToken cancellation)
    {
        var cards = new Dictionary<string, CardTrace>(StringComparer.OrdinalIgnoreCase);
        var wanted = new Dictionary<Guid, List<string>>();
        foreach (string uuid in uuids)
        {
            if (!Guid.TryParse(uuid, out Guid id)) continue;
            if (shown.Find(id) is { } waiting) cards[uuid] = waiting;
            else if (wanted.TryGetValue(id, out List<string>? spellings)) spellings.Add(uuid);
            else wanted[id] = [uuid];
        }

        foreach ((Guid id, CardTrace card) in await queries.FindCardsAsync(wanted.Keys, cancellation))
        {
            foreach (string uuid in wanted[id]) cards[uuid] = card;
        }

        return cards;
    }

    public Task<IReadOnlyDictionary<OverrideKey, Overridden>> FindOverridesAsync(string patient, string? user, DateTimeOffset since, CancellationToken cancellation) =>
        queries.FindOverridesAsync(patient, user, since, cancellation);

    public Task<FeedbackCounts> CountAsync(ReasonNaming naming, CancellationToken cancellation) => _summaries.RunAsync(
        async () =>
        {
            // What was shown just now is written first. Where it cannot be, the writer says so, and all that is stored is counted all the same.
            if (shown.Records > 0) await Task.WhenAny(writer.AddAsync([], CancellationToken.None));
            return await summary.CountAsync(naming);
        },
        cancellation);

    public Task<IReadOnlyList<CallDuration>> FindDurationsAsync(int most, CancellationToken cancellation) => summary.DurationsAsync(most, cancellation);

    /// <summary>A write of nothing goes the way of every record.</summary>
    public Task CheckAsync(CancellationToken cancellation) => writer.AddAsync([], cancellation);
}
