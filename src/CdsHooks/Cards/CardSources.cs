using Cds.CdsHooks.Localization;
using Cds.Knowledge;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Cards;

/// <summary>Source, links and citation line of a card.</summary>
internal sealed class CardSources(KnowledgeBase knowledge)
{
    /// <summary>The document that is cited first, with its page in the knowledge book.</summary>
    public CardSource Source(CardContext context, IReadOnlyList<Citation> citations, string topic) => new(
        knowledge.Documents[citations[0].Document].ShortName.In(context.Language),
        KnowledgeBookAddress.OfDocument(context.BaseUrl, citations[0].Document, context.Language),
        topic);

    /// <summary>For what no document says: this service and the start of its knowledge book.</summary>
    public static CardSource ServiceItself(CardContext context, string topic) => new(
        CardPhrases.ServiceName.In(context.Language),
        $"{context.BaseUrl}{KnowledgeBookAddress.Path}?lang={context.Language.Tag()}",
        topic);

    /// <summary>The link to a rule.</summary>
    public static CardLink Link(CardContext context, string id, LocalizedText title, IReadOnlyList<Citation> citations) => new(
        CardPhrases.RuleLink.With("title", title).In(context.Language),
        KnowledgeBookAddress.OfRule(context.BaseUrl, id, context.Language));

    /// <summary>The link to a recommendation, which the book has on the pages of its own documents: for one patient it may cite those of a drug first.</summary>
    public CardLink RuleLink(CardContext context, RecommendationDefinition definition) => Link(
        context, definition.Id, definition.Title, knowledge.Recommendations.FirstOrDefault(r => r.Id == definition.Id)?.Citations ?? definition.Citations);

    /// <summary>The citations in one line: short name, place, grade.</summary>
    public string Line(IReadOnlyList<Citation> citations, string? grade, Language language)
    {
        string places = string.Join("; ", citations.Select(citation => $"{knowledge.Documents[citation.Document].ShortName.In(language)}, {citation.Place.In(language)}"));
        string graded = grade is null ? "" : $" ({CardPhrases.Grade.With("grade", grade).In(language)})";
        return $"{CardPhrases.Sources.In(language)}: {places}{graded}";
    }
}
