namespace Cds.Knowledge.Evaluation;

/// <summary>Collects the data behind an answer in the order in which they are used, each once, in time that grows with their number only.</summary>
internal sealed class BasisCollector
{
    /// <summary>Up to so many entries looking through them is faster than a table.</summary>
    private const int Few = 8;

    private readonly List<Basis> _entries = [];
    private HashSet<Datum>? _known;

    /// <summary>Whether nothing has been collected.</summary>
    public bool IsEmpty => _entries.Count == 0;

    /// <summary>Adds the data that are not there yet.</summary>
    public void Add(IReadOnlyList<Basis> entries)
    {
        for (int i = 0; i < entries.Count; i++) Add(entries[i]);
    }

    /// <summary>Adds a datum unless it is there. What only counts others is taken as it is: the counts are joined in the end.</summary>
    public void Add(Basis entry)
    {
        if (entry.InAll is null && !IsNew(entry)) return;
        _entries.Add(entry);
    }

    /// <summary>The data; of a long series the first and the last, and how many more there are.</summary>
    public IReadOnlyList<Basis> ToList() => LongBasis.Shortened(_entries);

    private bool IsNew(Basis entry)
    {
        if (_known is null)
        {
            if (_entries.Count < Few)
            {
                foreach (Basis known in _entries)
                {
                    if (known.InAll is null && entry.IsSameDatumAs(known)) return false;
                }

                return true;
            }

            _known = [.. _entries.Where(known => known.InAll is null).Select(Datum.Of)];
        }

        return _known.Add(Datum.Of(entry));
    }

    /// <summary>What tells one datum from another.</summary>
    private readonly record struct Datum(string Fact, string? Resource, string? Date, Facts.FactValue? Value)
    {
        public static Datum Of(Basis basis) => new(basis.Fact, basis.Resource, basis.Date, basis.Value);
    }
}
