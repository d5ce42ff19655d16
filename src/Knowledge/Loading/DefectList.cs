using Cds.Knowledge.Loading.Forms;

namespace Cds.Knowledge.Loading;

/// <summary>Collects defects, so that an author sees all of them at once.</summary>
internal sealed class DefectList
{
    private readonly List<KnowledgeDefect> _defects = [];

    /// <summary>Told of every member that a reader asks for; null when nobody wants to know.</summary>
    public Action<EntryForm, string>? Asked { get; init; }

    public IReadOnlyList<KnowledgeDefect> Defects => [.. _defects.OrderBy(d => d.File, StringComparer.Ordinal).ThenBy(d => d.Line).Distinct()];

    public void Add(string file, long line, string what) => _defects.Add(new KnowledgeDefect(file, line, what));

    public void ThrowIfAny()
    {
        if (_defects.Count > 0) throw new KnowledgeDefectsException(Defects);
    }
}
