using System.Text;
using Cds.CdsHooks.Pages;
using Cds.Knowledge.Documents;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>A page of the book that holds the words searched for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its title.</param>
/// <param name="Path">Its page, without a leading slash.</param>
internal sealed record BookEntry(LocalizedText Kind, LocalizedText Name, string Path);

/// <summary>Finds pages of the book by words of their titles, ids and texts in either language; titles come first.</summary>
internal sealed class BookSearch(KnowledgeBase knowledge, KnowledgeBook book, RuleWords words)
{
    private readonly Lazy<(BookEntry Entry, string Title, string Text)[]> _entries = new(() => [.. Entries(knowledge, book, words)]);

    /// <summary>Pages that hold every word, the best first.</summary>
    public IReadOnlyList<BookEntry> Find(string sought)
    {
        string[] parts = Folded(sought).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0) return [];
        return [.. _entries.Value
            .Where(page => parts.All(part => page.Text.Contains(part, StringComparison.Ordinal)))
            .OrderByDescending(page => parts.Count(part => page.Title.Contains(part, StringComparison.Ordinal)))
            .Select(page => page.Entry)];
    }

    private static IEnumerable<(BookEntry Entry, string Title, string Text)> Entries(KnowledgeBase knowledge, KnowledgeBook book, RuleWords words)
    {
        foreach (RecommendationDefinition rule in knowledge.Recommendations)
        {
            IEnumerable<OptionDefinition> options = rule.Options.Concat(rule.Cases.SelectMany(item => item.Options));
            yield return Entry(BookPhrases.Recommendation, rule.Title, rule.Id, PageAddress.Rules + rule.Id,
                [words.Filled(rule.Detail), .. options.Select(option => knowledge.TitleOf(option)), .. rule.Citations.Select(words.Place)], [.. options.Select(option => option.Id)]);
        }

        foreach (var rule in knowledge.Conclusions)
            yield return Entry(BookPhrases.Conclusion, rule.Title, rule.Id, PageAddress.Rules + rule.Id, [.. rule.ValueTitles.Values, .. rule.Citations.Select(words.Place)], rule.Values);
        foreach (var regimen in knowledge.Regimens.Values.OrderBy(regimen => regimen.Id, StringComparer.Ordinal))
        {
            yield return Entry(BookPhrases.Regimen, regimen.Title, regimen.Id, PageAddress.Regimens + regimen.Id,
                [.. regimen.Drugs.Select(drug => knowledge.Drugs[drug.Drug].Title), .. regimen.Citations.Select(words.Place)], [.. regimen.Drugs.Select(drug => drug.Drug)]);
        }

        foreach (var drug in book.Drugs) yield return Entry(BookPhrases.DrugOfBook, drug.Title, drug.Id, PageAddress.Drugs + drug.Id, [.. drug.Rules.Select(rule => words.Filled(rule.Reason))], drug.Names);
        foreach (var module in knowledge.Modules) yield return Entry(ModulePhrases.Module, module.Title, module.Id, PageAddress.Modules + module.Id, [module.About], []);
        foreach (Document document in knowledge.Documents.Values.OrderByDescending(document => document.IsSource).ThenBy(document => document.Id, StringComparer.Ordinal))
            yield return Entry(BookPhrases.DocumentKind, document.ShortName, document.Id, $"{PageAddress.Book}/{document.Id}", [document.Title], []);
    }

    private static (BookEntry Entry, string Title, string Text) Entry(LocalizedText kind, LocalizedText name, string id, string path, IEnumerable<LocalizedText> texts, IEnumerable<string> ids)
    {
        string title = Folded($"{name.En} {name.Ja} {id}");
        return (new BookEntry(kind, name, path), title, $"{title} {Folded(string.Join(' ', [.. texts.SelectMany(text => new[] { text.En, text.Ja }), .. ids]))}");
    }

    /// <summary>Width and letter case make no difference.</summary>
    private static string Folded(string text)
    {
        // Half of a surrogate pair, which a query can carry, has no normal form.
        string whole = new([.. text.Where(c => !char.IsSurrogate(c))]);
        return whole.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Replace('\u3000', ' ');
    }
}
