using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Store;
using Cds.CdsHooks.Telemetry;
using Cds.CdsHooks.Trust;

namespace Cds.CdsHooks.Feedback;

/// <summary>Turns entries into records: finds the card, judges whether the reason lasts, and stores them all before it returns.</summary>
internal sealed class FeedbackIntake(IRecordStore store, KnowledgeBase knowledge, ServiceMetrics metrics, TimeProvider time)
{
    /// <summary>Stores the entries of one request.</summary>
    public async Task StoreAsync(IReadOnlyList<FeedbackEntry> entries, string service, CallingClient? client, CancellationToken cancellation)
    {
        if (entries.Count == 0) return;
        IReadOnlyDictionary<string, CardTrace> cards = await store.FindCardsAsync([.. entries.Select(entry => entry.Card).Distinct(StringComparer.OrdinalIgnoreCase)], cancellation);
        FeedbackRecord[] records = [.. entries.Select(entry => RecordOf(entry, cards.GetValueOrDefault(entry.Card), service, client))];
        await store.AddAsync(records, cancellation);
        foreach (FeedbackRecord record in records) metrics.Feedback(record.Rule, record.IsAccepted);
    }

    private FeedbackRecord RecordOf(FeedbackEntry entry, CardTrace? found, string service, CallingClient? client)
    {
        // A card of another client is as good as unknown: its uuid was guessed, or two systems were mixed up.
        CardTrace? card = found?.Client == client?.Issuer ? found : null;
        return new FeedbackRecord
        {
            Received = time.GetUtcNow(),
            Client = client?.Issuer,
            Service = service,
            Card = entry.Card,
            IsAccepted = entry.IsAccepted,
            Time = entry.Time,
            Suggestions = entry.Suggestions,
            ReasonSystem = entry.ReasonSystem,
            ReasonCode = entry.ReasonCode,
            Comment = entry.Comment,
            Rule = card?.Rule,
            Scope = card?.Scope,
            Indicator = card?.Indicator,
            Patient = card?.Patient,
            User = card?.User,
            IsLasting = !entry.IsAccepted && ReasonOf(entry) is { IsLasting: true },
            IsUntilChanged = !entry.IsAccepted && ReasonOf(entry) is { IsUntilChanged: true },
        };
    }

    /// <summary>Our reason, also by the standard code that stands for it alone; some clients leave the system out.</summary>
    private OverrideReason? ReasonOf(FeedbackEntry entry)
    {
        if (entry.ReasonCode is not { } code) return null;
        if (entry.ReasonSystem is null or CodeSystems.OverrideReason && knowledge.OverrideReasons.TryGetValue(code, out OverrideReason? own)) return own;
        return entry.ReasonSystem == CodeSystems.StandardReason && knowledge.OverrideReasons.Values.Where(reason => reason.Standard == code).ToArray() is [{ } only] ? only : null;
    }
}
