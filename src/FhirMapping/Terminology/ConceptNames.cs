using System.Collections.Frozen;

namespace Cds.FhirMapping.Terminology;

/// <summary>
/// What plasma-cell diseases, transplantations and CAR-T infusions are called, English and Japanese: a closed list of whole names. A longer text
/// (<c>rule out multiple myeloma</c>, <c>family history of ...</c>, <c>consultation for transplant</c>) is none of them.
/// </summary>
internal sealed class ConceptNames
{
    /// <summary>SNOMED CT writes the kind of thing behind its names.</summary>
    private static readonly string[] SemanticTags = ["(disorder)", "(procedure)", "(finding)", "(morphologicabnormality)", "(regime/therapy)"];

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

    /// <summary>Everything that a text names as a whole; empty when it is no name of the list.</summary>
    public IReadOnlyList<CodeTarget> Find(string text) => _targets.TryGetValue(Key(text), out List<CodeTarget>? targets) ? targets : [];

    private static string Key(string text)
    {
        string key = TextForm.Normalise(text).TrimEnd('.', '。');
        if (Array.Find(SemanticTags, tag => key.EndsWith(tag, StringComparison.Ordinal)) is { } found) key = key[..^found.Length];
        return string.Concat(key.Where(c => c is not ('-' or '・' or ',' or '、' or '·' or '\'' or '’')));
    }
}
