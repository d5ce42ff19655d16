namespace Cds.Knowledge.Loading;

/// <summary>Reads which facts the computations read; each part is a word of a closed set, and none is left out.</summary>
internal static class ComputedFactsReader
{
    public static ComputedFacts Read(LayeredEntries entries, Vocabulary vocabulary)
    {
        var facts = new Dictionary<ComputedFact, IReadOnlyList<string>>();
        foreach (YamlEntry entry in entries.Items("computed-facts", "facts", LayeredEntries.ComputedFacts))
        {
            ComputedFact? part = entry.Word<ComputedFact>("id");
            IReadOnlyList<string> ids = entry.Texts("facts");
            foreach (string unknown in ids.Where(id => !vocabulary.Facts.ContainsKey(id))) entry.Defect($"unknown fact '{unknown}'", "facts");
            if (ids.Count == 0) entry.Defect("'facts' names nothing");
            if (part is { } found)
            {
                if (ids.Count > 1 && !ComputedFacts.Lists.Contains(found)) entry.Defect($"only one fact can be '{entry.Text("id")}'", "facts");
                if (!facts.TryAdd(found, ids)) entry.Defect($"'{entry.Text("id")}' is given twice", "id");
            }

            entry.Finish();
        }

        foreach (ComputedFact part in Enum.GetValues<ComputedFact>().Where(part => !facts.ContainsKey(part)))
            entries.FileDefect(LayeredEntries.ComputedFacts, $"'{KebabCase.Of(part.ToString())}' is missing: code computes with it");
        return new ComputedFacts(facts);
    }
}
