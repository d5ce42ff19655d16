using Cds.CdsHooks.Cards.Glance;
using Cds.Knowledge.Documents;

namespace Cds.CdsHooks.Cards;

/// <summary>Source, links and citation line of a card.</summary>
internal sealed class CardSources(KnowledgeBase knowledge)
{
    /// <summary>The document that is cited first, with its page in the knowledge book.</summary>
    public CardSource Source(CardContext context, IReadOnlyList<Citation> citations, string topic, bool isBeyond = false) => new(
        (isBeyond ? ModulePhrases.Marked.With("work", knowledge.Documents[citations[0].Document].ShortName) : knowledge.Documents[citations[0].Document].ShortName).In(context.Language),
        KnowledgeBookAddress.OfDocument(context.BaseUrl, citations[0].Document, context.Language),
        topic);

    /// <summary>For what no document says: this service and the start of its knowledge book.</summary>
    public static CardSource ServiceItself(CardContext context, string topic) => ServiceItself(context.BaseUrl, context.Language, topic);

    /// <summary>For what no document says: this service and the start of its knowledge book.</summary>
    public static CardSource ServiceItself(string baseUrl, Language language, string topic) => new(
        CardPhrases.ServiceName.In(language), $"{baseUrl}{KnowledgeBookAddress.Path}?lang={language.Tag()}", topic);

    /// <summary>The link to a rule.</summary>
    public static CardLink Link(CardContext context, string id, LocalizedText title) => new(
        CardPhrases.RuleLink.With("title", title).In(context.Language),
        KnowledgeBookAddress.OfRule(context.BaseUrl, id, context.Language));

    /// <summary>The link to a recommendation, which the book has on the pages of its own documents: for one patient it may cite those of a drug first.</summary>
    /// <param name="context">What the card depends on.</param>
    /// <param name="definition">The recommendation.</param>
    /// <param name="options">How many options are to be seen there, when there are several; otherwise 0.</param>
    public static CardLink RuleLink(CardContext context, RecommendationDefinition definition, int options)
    {
        CardLink link = Link(context, definition.Id, definition.Title);
        return options == 0 ? link : link with
        {
            Label = GlancePhrases.RuleLinkAll.With("title", definition.Title).With("count", options.ToString(CultureInfo.InvariantCulture)).In(context.Language),
        };
    }

    /// <summary>
    /// Work, the date up to which it speaks, place and grade in one short line: as many places of the work cited first as there is room for, at least one.
    /// </summary>
    public string Brief(IReadOnlyList<Citation> citations, string? grade, Language language, bool isBeyond = false)
    {
        Document document = knowledge.Documents[citations[0].Document];
        string[] places = [.. citations.Where(citation => citation.Document == document.Id).Select(citation => citation.Place.In(language)).Distinct()];
        string[] lines = [.. Enumerable.Range(1, places.Length).Reverse().Select(count => Brief(document, places.Take(count), grade, language, isBeyond))];
        return Array.Find(lines, line => line.Length <= GlanceLengths.Of(language).Source) ?? lines[^1];
    }

    private static string Brief(Document document, IEnumerable<string> places, string? grade, Language language, bool isBeyond)
    {
        string separator = CardPhrases.ListSeparator.In(language);
        string asOf = document.LiteratureTo is { } date && document.StatusShort is { } status
            ? status.In(language) + separator + GlancePhrases.LiteratureTo.With("date", GlanceDate.InFull(date, language)).In(language)
            : document.LiteratureTo is null && !document.IsDated
                ? GlancePhrases.Undated.In(language)
                : GlancePhrases.TextAsOf.With("date", GlanceDate.InFull(document.LiteratureTo ?? document.Published, language)).In(language);
        string work = language == Language.Japanese ? $"{document.ShortName.Ja}（{asOf}）" : $"{document.ShortName.En} ({asOf})";
        string?[] parts = [work, isBeyond ? ModulePhrases.Beyond.In(language) : null, .. places, grade is null ? null : CardPhrases.Grade.With("grade", grade).In(language)];
        return GlancePhrases.Source.With("work", string.Join(separator, parts.OfType<string>())).In(language);
    }

    /// <summary>The citations in one line: short name, place, grade.</summary>
    public string Line(IReadOnlyList<Citation> citations, string? grade, Language language)
    {
        string places = string.Join("; ", citations.Select(citation => $"{knowledge.Documents[citation.Document].ShortName.In(language)}, {citation.Place.In(language)}"));
        return GlancePhrases.Source.With("work", grade is null ? places : CardPhrases.Graded.With("what", places).With("grade", CardPhrases.Grade.With("grade", grade)).In(language)).In(language);
    }
}
