using Cds.Knowledge.Documents;

namespace Cds.Knowledge.Loading;

/// <summary>
/// Reads citations: <c>jsh-2023#mm-6-cq4</c>, or a mapping of <c>part</c> and <c>note</c>. A document or a part that does not exist is a defect.
/// </summary>
internal static class CitationReader
{
    /// <summary>Stands for a citation that could not be read; the defect is on the list.</summary>
    public static Citation None { get; } = new(new DocumentPart("", "", new LocalizedText("", ""), PartKind.Passage));

    /// <summary>A list that has to name a place.</summary>
    public static IReadOnlyList<Citation> Required(YamlEntry entry, string key, Vocabulary vocabulary)
    {
        IReadOnlyList<Citation> citations = Optional(entry, key, vocabulary);
        if (citations.Count == 0 && !entry.Has(key)) entry.Defect($"'{key}' is missing: say where it comes from");
        return citations;
    }

    /// <summary>A list; one place stands for a list of one.</summary>
    public static IReadOnlyList<Citation> Optional(YamlEntry entry, string key, Vocabulary vocabulary) =>
        [.. entry.Items(key).Select(item => Read(item, vocabulary)).OfType<Citation>()];

    /// <summary>One place; null when there is none.</summary>
    public static Citation? Single(YamlEntry entry, string key, Vocabulary vocabulary)
    {
        IReadOnlyList<Citation> citations = Optional(entry, key, vocabulary);
        if (!entry.Has(key)) return null;
        if (citations.Count > 1) entry.Defect($"'{key}' names one place", key);
        return citations.Count > 0 ? citations[0] : None;
    }

    private static Citation? Read(YamlItem item, Vocabulary vocabulary)
    {
        if (item.Text is { } reference) return Find(item, reference, null, vocabulary);
        if (item.Entry is not { } entry) return null;
        if (entry.Has("locator")) return OldForm(item, entry, vocabulary);
        string named = entry.RequiredText("part");
        LocalizedText? note = entry.Localized("note");
        entry.Finish();
        return named.Length > 0 ? Find(item, named, note, vocabulary) : null;
    }

    private static Citation? Find(YamlItem item, string reference, LocalizedText? note, Vocabulary vocabulary)
    {
        string[] ends = reference.Split('#');
        if (ends.Length != 2) return item.Report<Citation>($"'{reference}' has to name a document and a part of it, like 'jsh-2023#mm-6-cq4'");
        if (!vocabulary.Documents.TryGetValue(ends[0], out Document? document))
            return item.Report<Citation>($"unknown document '{ends[0]}' cited{Nearest.Hint(ends[0], vocabulary.Documents.Keys)}");
        if (document.Parts.FirstOrDefault(part => part.Id == ends[1]) is { } found) return new Citation(found, note);
        return item.Report<Citation>($"'{document.Id}' has no part '{ends[1]}'{Nearest.Hint(ends[1], document.Parts.Select(part => part.Id))}");
    }

    /// <summary>Places were texts once; an overlay written then is told what to write.</summary>
    private static Citation? OldForm(YamlItem item, YamlEntry entry, Vocabulary vocabulary)
    {
        string document = entry.Former("document"), locator = entry.Former("locator");
        entry.Finish();
        DocumentPart? part = vocabulary.Documents.GetValueOrDefault(document)?.Parts.FirstOrDefault(part => part.Place.En == locator);
        string instead = part is null ? "like 'jsh-2023#mm-6-cq4'; the parts stand in documents/" : $"'{document}#{part.Id}'";
        return item.Report<Citation>($"a place is no longer a document and a locator ('{document}', '{locator}'): name the part, {instead}");
    }
}
