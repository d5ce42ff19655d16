using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Cds.FhirMapping.Terminology;

/// <summary>
/// What plasma-cell diseases, transplantations and CAR-T infusions are called, English and Japanese: a closed list of whole names. A longer text
/// (<c>rule out multiple myeloma</c>, <c>family history of ...</c>, <c>consultation for transplant</c>) is none of them.
/// </summary>
internal sealed partial class ConceptNames
{
    /// <summary>The kind of thing behind names of SNOMED CT, marks of billing: they change nothing of the name.</summary>
    private static readonly string[] Tags = [.. TerminologyTable.Read("name-tags").Select(row => TextForm.Normalise(row["tag"]))];

    private readonly FrozenDictionary<string, List<CodeTarget>> _targets;

    public ConceptNames()
    {
        var targets = new Dictionary<string, List<CodeTarget>>(StringComparer.Ordinal);
        foreach (IReadOnlyDictionary<string, string> row in TerminologyTable.Read("names"))
        {
            string key = Key(row["name"]);
            if (!targets.TryGetValue(key, out List<CodeTarget>? list)) targets[key] = list = [];
            list.Add(CodeTarget.OfId(row["set"]));
        }

        _targets = targets.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Everything that a text names as a whole, a stage behind it left aside; empty when it is no name of the list.</summary>
    public IReadOnlyList<CodeTarget> Find(string text) =>
        _targets.TryGetValue(Key(text), out List<CodeTarget>? targets) || _targets.TryGetValue(Key(Stage().Replace(WithoutTag(text), "")), out targets) ? targets : [];

    private static string Key(string text) => string.Concat(WithoutTag(text).Where(c => c is not ('-' or '・' or ',' or '、' or '·' or '\'' or '’')));

    private static string WithoutTag(string text)
    {
        string key = TextForm.Normalise(text).TrimEnd('.', '。');
        return Array.Find(Tags, tag => key.EndsWith(tag, StringComparison.Ordinal)) is { } found ? key[..^found.Length] : key;
    }

    /// <summary>A stage behind a name without white space: <c>,issiii</c>, <c>stage2</c>, <c>(iss2期)</c>, <c>durie-salmoniiia</c>.</summary>
    [GeneratedRegex("[,、(]?((durie-?salmon|r2?-?iss|iss)-?(stage|病期)?|stage|病期)(iii|ii|i|[1-3])[ab]?期?\\)?$|[,、(]?(iii|ii|i|[1-3])[ab]?期\\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Stage();
}
