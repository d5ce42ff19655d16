using System.Collections.Frozen;
using Cds.Knowledge.Adaptation;
using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Loading;

/// <summary>Reads <c>formulary.yaml</c> of an overlay: what the site cannot give, and why.</summary>
internal static class FormularyReader
{
    public static Formulary Read(LayeredEntries entries, IReadOnlyList<Drug> drugs, IReadOnlyList<Regimen> regimens)
    {
        if (entries.Local("formulary.yaml") is not { } file) return Formulary.Unrestricted;
        Dictionary<string, LocalizedText> excludedDrugs = Excluded(entries, file, "excluded-drugs", "drug", drugs.Select(d => d.Id), id => drugs.FirstOrDefault(d => d.Id == id)?.Title);
        Dictionary<string, LocalizedText> excludedRegimens = Excluded(entries, file, "excluded-regimens", "regimen", regimens.Select(r => r.Id), id => regimens.FirstOrDefault(r => r.Id == id)?.Title);
        file.Finish();
        return new Formulary(excludedDrugs.ToFrozenDictionary(), excludedRegimens.ToFrozenDictionary());
    }

    private static Dictionary<string, LocalizedText> Excluded(LayeredEntries entries, YamlEntry file, string list, string key, IEnumerable<string> known, Func<string, LocalizedText?> titleOf)
    {
        var excluded = new Dictionary<string, LocalizedText>();
        foreach (YamlEntry item in file.Entries(list))
        {
            string id = item.RequiredText(key);
            LocalizedText reason = item.RequiredLocalized("reason");
            if (titleOf(id) is not { } title) item.Unknown(key, id, known, key);
            else if (!excluded.TryAdd(id, reason)) item.Defect($"'{id}' is excluded twice", key);
            else entries.Add(new LocalAdaptation("formulary", id, AdaptationChange.NotOnFormulary, title, reason, $"{item.File}:{item.Line}"));
            item.Finish();
        }

        return excluded;
    }
}
