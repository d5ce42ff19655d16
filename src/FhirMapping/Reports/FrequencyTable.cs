namespace Cds.FhirMapping.Reports;

/// <summary>
/// What was not read in many Bundles, by frequency, made to be handed on: codes with their system, units, short answers. Texts that could tell something of a patient
/// are held back and only counted (see <see cref="ReportableText"/>), and so are texts that a single Bundle has.
/// </summary>
internal sealed class FrequencyTable
{
    private const int FewestBundles = 2;

    private readonly Dictionary<(string Kind, string Text), (int Times, int Bundles)> _rows = [];
    private int _heldBack;

    /// <summary>Bundles counted so far.</summary>
    public int Bundles { get; private set; }

    /// <summary>The table; what occurs in most Bundles comes first.</summary>
    public IEnumerable<string> Lines
    {
        get
        {
            int rare = _rows.Where(row => row.Value.Bundles < FewestBundles && row.Key.Kind != UnreadItem.Code).Sum(row => row.Value.Times);
            yield return "bundles times what";
            foreach (((string kind, string text), (int times, int bundles)) in _rows
                .Where(row => row.Value.Bundles >= FewestBundles || row.Key.Kind == UnreadItem.Code)
                .OrderByDescending(row => row.Value.Bundles).ThenByDescending(row => row.Value.Times).ThenBy(row => row.Key.Kind, StringComparer.Ordinal).ThenBy(row => row.Key.Text, StringComparer.Ordinal))
                yield return string.Create(CultureInfo.InvariantCulture, $"{bundles,7} {times,5} {kind} {text}");
            if (rare + _heldBack > 0) yield return string.Create(CultureInfo.InvariantCulture, $"held back: {rare + _heldBack} texts with digits, names or many words, or of one bundle only");
        }
    }

    /// <summary>Counts what one Bundle left unread.</summary>
    public void Add(IEnumerable<UnreadItem> items)
    {
        Bundles++;
        var seen = new HashSet<(string, string)>();
        foreach (UnreadItem item in items) Count(item.Kind, item.Text, seen);
    }

    private void Count(string kind, string? text, HashSet<(string, string)> seen)
    {
        if (text is null)
        {
            _heldBack++;
            return;
        }

        (int times, int bundles) = _rows.GetValueOrDefault((kind, text));
        _rows[(kind, text)] = (times + 1, bundles + (seen.Add((kind, text)) ? 1 : 0));
    }
}
