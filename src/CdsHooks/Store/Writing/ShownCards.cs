using System.Collections.Concurrent;

namespace Cds.CdsHooks.Store.Writing;

/// <summary>Audit records that wait to be written, and the cards in them: feedback on a card may come before its record is on the disk.</summary>
internal sealed class ShownCards
{
    private readonly ConcurrentDictionary<Guid, CardTrace> _cards = new();
    private int _records;

    /// <summary>Records that wait.</summary>
    public int Records => Volatile.Read(ref _records);

    /// <summary>Takes in a record; false when as many wait already.</summary>
    public bool TryAdd(AuditRecord record, int most)
    {
        if (Interlocked.Increment(ref _records) > most)
        {
            Interlocked.Decrement(ref _records);
            return false;
        }

        foreach (ShownCard card in record.Cards)
            _cards[card.Uuid] = new CardTrace(record.Client, card.Rule, card.Indicator, record.Patient) { Scope = card.Scope, User = record.User };
        return true;
    }

    /// <summary>Lets go of a record that is written or lost.</summary>
    public void Remove(AuditRecord record)
    {
        foreach (ShownCard card in record.Cards) _cards.TryRemove(card.Uuid, out _);
        Interlocked.Decrement(ref _records);
    }

    /// <summary>A card of those that wait.</summary>
    public CardTrace? Find(Guid uuid) => _cards.GetValueOrDefault(uuid);
}
