using Cds.Knowledge;

namespace Cds.FhirMapping.Terminology;

/// <summary>
/// What facts are called. Text never identifies a laboratory fact; the names only serve to point out an item that reads like a fact while its
/// code is unknown. The whole text must match, so that short names (Ca, PS) are not found inside others.
/// </summary>
internal sealed class FactNames
{
    private const int LongestName = 80;

    private readonly Dictionary<string, LocalizedText> _names = new(StringComparer.Ordinal);

    public FactNames(KnowledgeBase knowledge, CodeMap codes)
    {
        foreach (var fact in knowledge.Facts.Values.OrderBy(f => f.Id, StringComparer.Ordinal))
        {
            foreach (string name in (IEnumerable<string>)[fact.Title.En, fact.Title.Ja, .. codes.NamesOf(TargetKind.Fact, fact.Id)])
            {
                _names.TryAdd(TextForm.Normalise(name), fact.Title);
            }
        }
    }

    /// <summary>The fact that a text reads like; null when it reads like none.</summary>
    public LocalizedText? ReadsLike(string text) => text.Length > LongestName ? null : _names.GetValueOrDefault(TextForm.Normalise(text));
}
