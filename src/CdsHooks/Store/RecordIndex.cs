using System.Globalization;

namespace Cds.CdsHooks.Store;

/// <summary>What the journal says, in memory: the cards of the last weeks, the overrides that hold, the counts. Rebuilt from the journal at start.</summary>
internal sealed class RecordIndex
{
    /// <summary>Cards remembered; feedback on older ones is kept as feedback on a card that is not known.</summary>
    private const int MostCards = 200_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, CardTrace> _cards = [];
    private readonly Queue<Guid> _cardsByAge = new();
    private readonly Dictionary<string, Dictionary<(OverrideKey Key, string? User), FeedbackRecord>> _overrides = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Rule, string Month), int> _shown = [];
    private readonly Dictionary<string, Latest> _outcomes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Rule, string? System, string? Code), int> _reasons = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private int _unknownCards;

    /// <summary>Takes in an audit record.</summary>
    public void Add(AuditRecord record)
    {
        lock (_lock)
        {
            foreach (ShownCard card in record.Cards)
            {
                if (_cards.TryAdd(card.Uuid, new CardTrace(record.Client, card.Rule, card.Indicator, record.Patient) { Scope = card.Scope, User = record.User })) _cardsByAge.Enqueue(card.Uuid);
                (string, string) key = (card.Rule, Month(record.Time));
                _shown[key] = _shown.GetValueOrDefault(key) + 1;
            }

            while (_cardsByAge.Count > MostCards) _cards.Remove(_cardsByAge.Dequeue());
        }
    }

    /// <summary>Takes in feedback; the same entry sent twice counts once.</summary>
    public void Add(FeedbackRecord record)
    {
        lock (_lock)
        {
            if (!_known.Add(record.Identity)) return;
            if (record.Rule is not { } rule)
            {
                _unknownCards++;
                return;
            }

            if (!_outcomes.TryGetValue(record.Card, out Latest? latest) || latest.Time <= record.Time)
                _outcomes[record.Card] = new Latest(record.Time, rule, record.IsAccepted);
            if (record.IsAccepted) return;
            (string, string?, string?) reason = (rule, record.ReasonSystem, record.ReasonCode);
            _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;
            if (record.IsLasting && record.Patient is { } patient) Remember(patient, new OverrideKey(rule, record.Scope), record);
        }
    }

    /// <summary>The card with a uuid.</summary>
    public CardTrace? FindCard(string uuid)
    {
        if (!Guid.TryParse(uuid, out Guid id)) return null;
        lock (_lock) return _cards.GetValueOrDefault(id);
    }

    /// <summary>The overrides of a patient since a moment, of one clinician or of all.</summary>
    public IReadOnlyDictionary<OverrideKey, Overridden> FindOverrides(string patient, string? user, DateTimeOffset since)
    {
        lock (_lock)
        {
            if (!_overrides.TryGetValue(patient, out Dictionary<(OverrideKey Key, string? User), FeedbackRecord>? found)) return new Dictionary<OverrideKey, Overridden>();
            return found
                .Where(entry => (user is null || entry.Key.User == user) && (entry.Value.IsUntilChanged || entry.Value.Received >= since))
                .GroupBy(entry => entry.Key.Key, entry => entry.Value)
                .ToDictionary(rule => rule.Key, rule => Of(rule.MaxBy(record => record.Received)!));
        }
    }

    /// <summary>The counts.</summary>
    public FeedbackCounts Count()
    {
        lock (_lock)
        {
            return new FeedbackCounts(
                [.. _shown.Select(entry => new ShownCount(entry.Key.Rule, entry.Key.Month, entry.Value))],
                [.. _outcomes.Values.GroupBy(latest => (latest.Rule, Month: Month(latest.Time)))
                    .Select(group => new OutcomeCount(group.Key.Rule, group.Key.Month, group.Count(latest => latest.IsAccepted), group.Count(latest => !latest.IsAccepted)))],
                [.. _reasons.Select(entry => new ReasonCount(entry.Key.Rule, entry.Key.System, entry.Key.Code, entry.Value))],
                _unknownCards);
        }
    }

    private void Remember(string patient, OverrideKey rule, FeedbackRecord record)
    {
        if (!_overrides.TryGetValue(patient, out Dictionary<(OverrideKey Key, string? User), FeedbackRecord>? rules)) _overrides[patient] = rules = [];
        if (!rules.TryGetValue((rule, record.User), out FeedbackRecord? before) || before.Received <= record.Received) rules[(rule, record.User)] = record with { Comment = null };
    }

    private static Overridden Of(FeedbackRecord record) => new(record.Indicator ?? "info", record.Received, record.ReasonCode);

    private static string Month(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private sealed record Latest(DateTimeOffset Time, string Rule, bool IsAccepted);
}
