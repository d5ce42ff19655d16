using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Localization;
using Cds.Knowledge;
using Cds.Knowledge.Adaptation;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>What every rule of the book ends with: evidence, how documents were read, local changes, vignettes, citations.</summary>
internal sealed class BookSources(KnowledgeBase knowledge, CardSources sources, AdaptationsOfRules adaptations, BookVignettes vignettes)
{
    private static readonly LocalizedText[] EvidenceHeaders =
    [
        BookPhrases.Trial, BookPhrases.Population, BookPhrases.Endpoint, BookPhrases.Outcome, BookPhrases.Comparator, BookPhrases.HazardRatio,
        BookPhrases.EvidenceLevel, BookPhrases.Source,
    ];

    /// <summary>Changes that the rule rests on, at its top.</summary>
    public void LocalChanges(BookHtml html, string ruleId)
    {
        foreach (LocalAdaptation adaptation in adaptations.Of(ruleId)) html.Paragraph(CardPhrases.LocallyAdapted.With("what", adaptation.Text).In(html.Language), "local");
    }

    /// <summary>Trial evidence.</summary>
    public void Evidence(BookHtml html, IEnumerable<Evidence> evidence, LocalizedText caption) => html.Table(caption, EvidenceHeaders, evidence.Select(item => new[]
    {
        BookCell.Of(item.Trial.In(html.Language)),
        BookCell.Of(item.Population.In(html.Language)),
        BookCell.Of(item.Endpoint.In(html.Language)),
        BookCell.Of(item.Result?.In(html.Language) ?? ""),
        BookCell.Of(string.Join(": ", new[] { item.Comparator, item.ComparatorResult }.OfType<LocalizedText>().Select(text => text.In(html.Language)))),
        BookCell.Of(string.Join(", ", new[] { item.HazardRatio is { } ratio ? ValueRange.Exactly(ratio).ToString() : null, item.P is { } p ? "p " + p : null }.OfType<string>())),
        BookCell.Of(item.Level ?? ""),
        BookCell.Lines(item.Citations.Select(citation => Place(citation, html.Language)).Append(item.Reference).OfType<string>()),
    }));

    /// <summary>Citations, each with a mark when it is none of the source documents.</summary>
    public BookCell Cited(IReadOnlyList<Citation> citations, Language language) =>
        BookCell.Lines(citations.Select(citation => BookCell.Marked(Place(citation, language), Mark(citation)?.In(language))));

    /// <summary>Readings, vignettes and citations, at the end of a rule.</summary>
    public void Close(BookHtml html, string ruleId, IReadOnlyList<Citation> citations, string? grade)
    {
        foreach (Reading reading in knowledge.Readings.Where(reading => reading.Rules.Contains(ruleId))) Reading(html.Heading(4, BookPhrases.Reading), reading);
        vignettes.Write(html, ruleId);
        html.Paragraph(sources.Line(citations, grade, html.Language));
        html.CloseRule();
    }

    /// <summary>How two places were read together.</summary>
    public void Reading(BookHtml html, Reading reading) =>
        html.Paragraph(reading.Text.In(html.Language) + " " + sources.Line(reading.Citations, null, html.Language));

    private string Place(Citation citation, Language language) => $"{knowledge.Documents[citation.Document].ShortName.In(language)}, {citation.Place.In(language)}";

    private LocalizedText? Mark(Citation citation) => knowledge.Documents[citation.Document].Kind switch
    {
        DocumentKind.Publication => BookPhrases.Publication,
        DocumentKind.Label => BookPhrases.Label,
        _ => null,
    };
}
