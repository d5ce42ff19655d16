namespace Cds.Knowledge.Loading;

/// <summary>
/// Why something that the checks of sense ask for is not there (<c>stated-reasons.yaml</c>): an honest gap stands in this table, any other is a defect.
/// </summary>
internal sealed record StatedReasons
{
    private const string File = "stated-reasons.yaml";

    /// <summary>Drugs that no rule speaks of.</summary>
    public required IReadOnlyDictionary<string, LocalizedText> DrugsWithoutRules { get; init; }

    /// <summary>Drugs that are offered although no organ reason of theirs is known here.</summary>
    public required IReadOnlyDictionary<string, LocalizedText> DrugsWithoutOrganReasons { get; init; }

    /// <summary>Diagnoses and phases for which there is no treatment answer.</summary>
    public required IReadOnlyDictionary<(string Diagnosis, string Phase), LocalizedText> SituationsWithoutTreatment { get; init; }

    /// <summary>Words in Latin letters that Japanese haematologists write in Japanese texts.</summary>
    public required IReadOnlySet<string> WordsInJapanese { get; init; }

    /// <summary>Reads the table that ships and what a site adds to it.</summary>
    public static StatedReasons Read(LayeredEntries entries, Vocabulary vocabulary)
    {
        var ruleless = new Dictionary<string, LocalizedText>();
        var organless = new Dictionary<string, LocalizedText>();
        var situations = new Dictionary<(string, string), LocalizedText>();
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (YamlEntry file in entries.AllShipped(File).Concat(entries.Local(File) is { } local ? [local] : []))
        {
            Drugs(file, "drugs-without-rules", vocabulary, ruleless);
            Drugs(file, "drugs-without-organ-reasons", vocabulary, organless);
            foreach (YamlEntry entry in file.Entries("situations-without-treatment"))
            {
                LocalizedText reason = entry.RequiredLocalized("reason");
                IReadOnlyList<string> phases = entry.Texts("phases");
                foreach (string diagnosis in entry.Texts("diagnoses"))
                {
                    foreach (string phase in phases) situations[(diagnosis, phase)] = reason;
                }

                entry.Finish();
            }

            words.UnionWith(file.Texts("words-in-japanese"));
            file.Finish();
        }

        return new StatedReasons { DrugsWithoutRules = ruleless, DrugsWithoutOrganReasons = organless, SituationsWithoutTreatment = situations, WordsInJapanese = words };
    }

    private static void Drugs(YamlEntry file, string key, Vocabulary vocabulary, Dictionary<string, LocalizedText> reasons)
    {
        foreach (YamlEntry entry in file.Entries(key))
        {
            LocalizedText reason = entry.RequiredLocalized("reason");
            foreach (string drug in entry.Texts("drugs"))
            {
                if (!vocabulary.Drugs.Contains(drug)) entry.Defect($"unknown drug '{drug}'", "drugs");
                reasons[drug] = reason;
            }

            entry.Finish();
        }
    }
}
