using System.Collections.Frozen;
using Cds.CdsHooks.Assessments;
using Cds.CdsHooks.Localization;
using Cds.Knowledge;
using Cds.Knowledge.Adaptation;
using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>
/// The knowledge book: one printable page per document with every rule that cites it. Each rule is an anchor under its own id; cards lead there.
/// Written from the same data that answers requests.
/// </summary>
internal sealed class KnowledgeBook(
    KnowledgeBase knowledge, BookPage page, ConclusionSection conclusionSection, RecommendationSection recommendationSection, RegimenSection regimenSection,
    DrugSection drugSection, BookSources sources)
{
    private const string Here = "book";

    private readonly FrozenDictionary<string, IReadOnlyList<ConclusionDefinition>> _conclusions = ByDocument(knowledge.Conclusions, conclusion => conclusion.Citations);

    private readonly FrozenDictionary<string, IReadOnlyList<RecommendationDefinition>> _recommendations = ByDocument(
        knowledge.Recommendations, recommendation => recommendation.Citations);

    private readonly FrozenDictionary<string, IReadOnlyList<Regimen>> _regimens = ByDocument(
        knowledge.Regimens.Values.OrderBy(regimen => regimen.Id, StringComparer.Ordinal), regimen => regimen.Citations);

    private readonly FrozenDictionary<string, IReadOnlyList<Drug>> _drugs = ByDocument(
        knowledge.Drugs.Values.Where(DrugSection.HasRules).OrderBy(drug => drug.Id, StringComparer.Ordinal),
        drug => [.. drug.Rules.SelectMany(rule => rule.Citations), .. drug.Bands.SelectMany(band => band.Citations)]);

    /// <summary>The start page: documents first, then the other works that rules cite, local changes and readings.</summary>
    public string Index(Language language)
    {
        var html = new BookHtml(language);
        Document[] documents = [.. SourceDocuments.Of(knowledge)];
        Documents(html, BookPhrases.Documents, documents);
        LocalChanges(html);
        if (knowledge.Readings.Count > 0)
        {
            html.Heading(2, BookPhrases.Readings).Paragraph(BookPhrases.ReadingsIntroduction.In(language));
            foreach (Reading reading in knowledge.Readings) sources.Reading(html, reading);
        }

        html.Heading(2, BookPhrases.HowToRead).Paragraph(BookPhrases.HowToReadText.In(language));
        Documents(html, BookPhrases.OtherWorks, [.. knowledge.Documents.Values.Except(documents).OrderBy(document => document.Id, StringComparer.Ordinal)]);
        return page.Write(BookPhrases.Title.In(language), Here, null, html);
    }

    /// <summary>The page of a document.</summary>
    public string Page(Document document, Language language)
    {
        var html = new BookHtml(language);
        html.Paragraph($"{document.Title.In(language)} ({document.Published})");
        if (StatusOf(document, language) is { Length: > 0 } status) html.Paragraph(status);
        IReadOnlyList<ConclusionDefinition> conclusions = Of(_conclusions, document);
        IReadOnlyList<RecommendationDefinition> recommendations = Of(_recommendations, document);
        IReadOnlyList<Regimen> regimens = Of(_regimens, document);
        IReadOnlyList<Drug> drugs = Of(_drugs, document);
        Contents(html, BookPhrases.Conclusions, conclusions, rule => rule.Id, rule => rule.Title);
        Contents(html, BookPhrases.Recommendations, recommendations, rule => rule.Id, rule => rule.Title);
        Contents(html, BookPhrases.Regimens, regimens, rule => rule.Id, rule => rule.Title);
        Contents(html, BookPhrases.Drugs, drugs, DrugSection.Anchor, rule => rule.Title);
        Section(html, BookPhrases.Conclusions, conclusions, conclusionSection.Write);
        Section(html, BookPhrases.Recommendations, recommendations, recommendationSection.Write);
        Section(html, BookPhrases.Regimens, regimens, regimenSection.Write);
        Section(html, BookPhrases.Drugs, drugs, drugSection.Write);
        return page.Write(document.ShortName.In(language), Uri.EscapeDataString(document.Id), "../" + Here, html);
    }

    private void LocalChanges(BookHtml html)
    {
        if (knowledge.Adaptations.Count == 0) return;
        html.Heading(2, BookPhrases.LocalChanges);
        html.Table(BookPhrases.LocalChangesCaption, [BookPhrases.Entry, BookPhrases.Change, BookPhrases.Kind], knowledge.Adaptations.Select((LocalAdaptation adaptation) => new[]
        {
            BookCell.Of(adaptation.Id), BookCell.Of(adaptation.Text.In(html.Language)), BookCell.Of(adaptation.Kind),
        }));
    }

    private static void Documents(BookHtml html, LocalizedText title, IReadOnlyList<Document> documents)
    {
        if (documents.Count == 0) return;
        html.Heading(2, title).Links(documents.Select(document => (
            $"{Here}/{Uri.EscapeDataString(document.Id)}?lang={html.Language.Tag()}",
            document.ShortName.In(html.Language),
            string.Join(' ', new[] { $"{document.Title.In(html.Language)} ({document.Published})", StatusOf(document, html.Language) }.Where(text => text.Length > 0)))));
    }

    /// <summary>What sort of text was used, and up to when it speaks.</summary>
    private static string StatusOf(Document document, Language language) => string.Join(language == Language.Japanese ? "" : " ", new[]
    {
        document.Status is { } status ? BookPhrases.TextUsed.With("status", status).In(language) : "",
        document.LiteratureTo is { } date ? BookPhrases.SpeaksTo.With("date", date).In(language) : "",
    }.Where(text => text.Length > 0));

    private static void Contents<T>(BookHtml html, LocalizedText title, IReadOnlyList<T> rules, Func<T, string> anchor, Func<T, LocalizedText> name)
    {
        if (rules.Count > 0) html.Heading(2, BookPhrases.ContentsOf.With("what", title)).Links(rules.Select(rule => ("#" + anchor(rule), name(rule).In(html.Language), "")));
    }

    private static void Section<T>(BookHtml html, LocalizedText title, IReadOnlyList<T> rules, Action<BookHtml, T> write)
    {
        if (rules.Count == 0) return;
        html.Heading(2, title);
        foreach (T rule in rules) write(html, rule);
    }

    private static IReadOnlyList<T> Of<T>(FrozenDictionary<string, IReadOnlyList<T>> rules, Document document) =>
        rules.TryGetValue(document.Id, out IReadOnlyList<T>? found) ? found : [];

    private static FrozenDictionary<string, IReadOnlyList<T>> ByDocument<T>(IEnumerable<T> rules, Func<T, IReadOnlyList<Citation>> citations) => rules
        .SelectMany(rule => citations(rule).Select(citation => (citation.Document, Rule: rule)).Distinct())
        .GroupBy(entry => entry.Document, entry => entry.Rule)
        .ToFrozenDictionary(group => group.Key, group => (IReadOnlyList<T>)[.. group]);
}
