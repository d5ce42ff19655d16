namespace Cds.Knowledge.Loading;

/// <summary>Collects defects, so that an author sees all of them at once.</summary>
internal sealed class DefectList
{
    private readonly List<KnowledgeDefect> _defects = [];

    public IReadOnlyList<KnowledgeDefect> Defects => [.. _defects.OrderBy(d => d.File, StringComparer.Ordinal).ThenBy(d => d.Line).Distinct()];

    public void Add(string file, long line, string what) => _defects.Add(new KnowledgeDefect(file, line, what));

    public void ThrowIfAny()
    {
        if (_defects.Count > 0) throw new KnowledgeDefectsException(Defects);
    }
}
