using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Wording;

/// <summary>Names and lists of names.</summary>
internal sealed class WordList(KnowledgeBase knowledge)
{
    public static string Number(decimal number) => ValueRange.Exactly(number).ToString();

    /// <summary>Names joined by "or".</summary>
    public static LocalizedText Or(IReadOnlyList<LocalizedText> names) => names.Count <= 1
        ? names.Count == 0 ? new LocalizedText("", "") : names[0]
        : new LocalizedText($"{string.Join(", ", names.SkipLast(1).Select(n => n.En))} or {names[^1].En}", $"{string.Join("、", names.SkipLast(1).Select(n => n.Ja))}または{names[^1].Ja}");

    /// <summary>A word may name a fact and an action (calcium); here the fact is meant.</summary>
    public LocalizedText Fact(string id) => knowledge.Facts.TryGetValue(id, out FactDefinition? fact) ? fact.Title : Title(id);

    public LocalizedText Title(string id) => knowledge.TitleOf(id) ?? new LocalizedText(id, id);

    public LocalizedText Titles(IReadOnlyList<string> ids) => Or([.. ids.Select(Title)]);

    /// <summary>Values of a conclusion by their names; members of drug lists by the names of the drugs.</summary>
    public LocalizedText Values(string conclusion, IReadOnlyList<string> codes)
    {
        IReadOnlyDictionary<string, LocalizedText> titles =
            knowledge.ConclusionsById.TryGetValue(conclusion, out ConclusionDefinition? definition) ? definition.ValueTitles : new Dictionary<string, LocalizedText>();
        return Or([.. codes.Select(code => titles.TryGetValue(code, out LocalizedText? title) ? title : Title(code))]);
    }
}

/// <summary>Joins texts in both languages.</summary>
internal static class JoinedTexts
{
    public static LocalizedText Joined(this LocalizedText first, string en, string ja, LocalizedText second) => new(first.En + en + second.En, first.Ja + ja + second.Ja);
}
