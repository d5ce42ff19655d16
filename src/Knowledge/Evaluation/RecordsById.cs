using System.Collections.Frozen;

namespace Cds.Knowledge.Evaluation;

/// <summary>
/// The records of one kind by the entry of the knowledge base that they are of; put in place in two passes, however many they are. Records of one entry stay in the
/// order in which they came.
/// </summary>
/// <typeparam name="T">Kind of record.</typeparam>
internal sealed class RecordsById<T>
    where T : class
{
    private readonly FrozenDictionary<string, int> _numbers;
    private readonly int[] _starts;
    private readonly T[] _records;
    private readonly int[] _places;

    /// <param name="records">The records; null stands for one that does not count.</param>
    /// <param name="numbers">Numbers of the entries.</param>
    /// <param name="idOf">The entry that a record is of.</param>
    public RecordsById(IReadOnlyList<T?> records, FrozenDictionary<string, int> numbers, Func<T, string> idOf)
    {
        _numbers = numbers;
        _starts = new int[numbers.Count + 1];
        int[] entries = records.Count == 0 ? [] : new int[records.Count];
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i] = records[i] is { } record && numbers.TryGetValue(idOf(record), out int number) ? number : -1;
            if (entries[i] >= 0) _starts[entries[i] + 1]++;
        }

        for (int i = 1; i < _starts.Length; i++) _starts[i] += _starts[i - 1];
        _records = _starts[^1] == 0 ? [] : new T[_starts[^1]];
        _places = _starts[^1] == 0 ? [] : new int[_starts[^1]];
        if (_records.Length == 0) return;
        int[] next = [.. _starts];
        for (int i = 0; i < entries.Length; i++)
        {
            if (entries[i] < 0) continue;
            int at = next[entries[i]]++;
            _records[at] = records[i]!;
            _places[at] = i;
        }
    }

    /// <summary>How many there are in all.</summary>
    public int Count => _records.Length;

    /// <summary>Records of an entry, by its number.</summary>
    public ReadOnlySpan<T> Of(int number) => _records.AsSpan(_starts[number].._starts[number + 1]);

    /// <summary>Records of an entry; none for an id that no entry has.</summary>
    public ReadOnlySpan<T> Of(string id) => _numbers.TryGetValue(id, out int number) ? Of(number) : [];

    /// <summary>Whether one of the entries has records.</summary>
    public bool HasAny(IReadOnlyList<string> ids)
    {
        if (_records.Length == 0) return false;
        for (int i = 0; i < ids.Count; i++)
        {
            if (Of(ids[i]).Length > 0) return true;
        }

        return false;
    }

    /// <summary>Records of some entries, in the order in which they came.</summary>
    public IReadOnlyList<T> Of(IReadOnlyList<string> ids) =>
        !HasAny(ids) ? [] : ids.Count == 1 ? Of(ids[0]).ToArray() : Of(ids, number => Of(number).ToArray());

    /// <summary>Numbers of the entries that have records, in the order of the first record of each.</summary>
    public IReadOnlyList<int> Entries()
    {
        var found = new List<int>();
        for (int number = 0; number < _starts.Length - 1; number++)
        {
            if (_starts[number] < _starts[number + 1]) found.Add(number);
        }

        found.Sort((one, other) => _places[_starts[one]].CompareTo(_places[_starts[other]]));
        return found;
    }

    /// <summary>What belongs to each record of some entries, in the order in which the records came.</summary>
    /// <param name="ids">The entries.</param>
    /// <param name="of">For the number of an entry, what belongs to its records, in their order.</param>
    public IReadOnlyList<TOther> Of<TOther>(IReadOnlyList<string> ids, Func<int, TOther[]> of)
    {
        if (!HasAny(ids)) return [];
        var found = new List<(int Place, TOther Other)>();
        foreach (string id in ids.Distinct())
        {
            if (!_numbers.TryGetValue(id, out int number) || _starts[number] == _starts[number + 1]) continue;
            TOther[] others = of(number);
            for (int i = 0; i < others.Length; i++) found.Add((_places[_starts[number] + i], others[i]));
        }

        found.Sort((one, other) => one.Place.CompareTo(other.Place));
        return found.ConvertAll(entry => entry.Other);
    }
}
