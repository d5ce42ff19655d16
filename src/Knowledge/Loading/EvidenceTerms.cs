using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Cds.Knowledge.Loading;

/// <summary>
/// Brings the short English terms of trial evidence (endpoints, comparators, results) into both languages: whole terms from a glossary
/// (<c>evidence-terms.yaml</c>), durations by their unit; abbreviations, figures and names stay. A term without Japanese is a defect.
/// </summary>
internal sealed partial class EvidenceTerms
{
    private readonly FrozenDictionary<string, string> _terms;

    private EvidenceTerms(IReadOnlyDictionary<string, string> terms) => _terms = terms.ToFrozenDictionary();

    /// <summary>The glossary that ships, and what an overlay adds to it.</summary>
    public static EvidenceTerms Read(params IEnumerable<YamlEntry?> glossaries)
    {
        var terms = new Dictionary<string, string>();
        foreach (YamlEntry entry in glossaries.OfType<YamlEntry>())
        {
            foreach (YamlEntry term in entry.Entries("terms"))
            {
                LocalizedText text = YamlEntry.LocalizedSelf(term);
                if (!terms.TryAdd(text.En, text.Ja)) term.Defect($"the term '{text.En}' stands twice");
                term.Finish();
            }

            entry.Finish();
        }

        return new EvidenceTerms(terms);
    }

    public LocalizedText? Optional(YamlEntry entry, string key) => entry.Text(key) is { } text ? In(entry, key, text) : null;

    public LocalizedText Required(YamlEntry entry, string key) => In(entry, key, entry.RequiredText(key));

    private LocalizedText In(YamlEntry entry, string key, string text)
    {
        if (_terms.TryGetValue(text, out string? whole)) return new LocalizedText(text, whole);
        string japanese = Duration().Replace(text, m => m.Groups[1].Value + (m.Groups[2].Value == "months" ? "か月" : "年"));
        if (PlainWord().Match(japanese) is { Success: true } word)
            entry.Defect($"'{text}' has no Japanese ('{word.Value}'): enter it in evidence-terms.yaml", key);
        return new LocalizedText(text, japanese);
    }

    [GeneratedRegex(@"(\d[\d.]*) (months|years)\b")]
    private static partial Regex Duration();

    /// <summary>A word in small letters that is longer than a unit; abbreviations and trial names hold capitals or digits.</summary>
    [GeneratedRegex(@"(?<![A-Za-z0-9/-])[a-z]{4,}(?![A-Za-z0-9])")]
    private static partial Regex PlainWord();
}
