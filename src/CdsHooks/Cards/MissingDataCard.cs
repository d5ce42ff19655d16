using Cds.CdsHooks.Cards.Glance;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Cards;

/// <summary>The card of what is missing: facts worth obtaining, data that could not be read, data that were left out.</summary>
internal sealed class MissingDataCard(KnowledgeBase knowledge, MissingData missingData, CardSources sources, DraftResources drafts, KnowledgeTitles titles)
{
    private const string Id = "workup.missing", Topic = "workup";

    private const int MostSuggestions = SuggestionComposer.Most, MostLinks = 5, MostNotes = 20, LongestSummaryList = 90;

    /// <summary>The card, or null when nothing is missing.</summary>
    public CardDraft? Compose(CardContext context)
    {
        IReadOnlyList<OpenAnswer> answers = missingData.OpenAnswers(context);
        IReadOnlyList<MissingDatum> missing = MissingData.Of(answers);
        if (missing.Count == 0 && !HasDataProblem(context)) return null;
        LocalizedText summary = missing.Count > 0
            ? CardPhrases.MissingSummary.With("facts", new LocalizedText(Names(missing, Language.English), Names(missing, Language.Japanese)))
            : CardPhrases.OtherDataSummary;
        return Build(context, summary, answers, missing);
    }

    private static bool HasDataProblem(CardContext context) =>
        context.Data.Incomplete.Count > 0 || UnidentifiedRecords.Line(context) is not null || context.Patient.Notes.Any(note => note.Severity == NoteSeverity.Error);

    /// <summary>For a chart whose problem list could not be read: nobody knows whether guidance is due. Null when it was read.</summary>
    public CardDraft? ComposeUnreadProblemList(CardContext context) =>
        context.Data.IsProblemListOpen ? Build(context, CardPhrases.NotReadSummary, [], []) : null;

    private CardDraft Build(CardContext context, LocalizedText summary, IReadOnlyList<OpenAnswer> answers, IReadOnlyList<MissingDatum> missing)
    {
        IReadOnlyList<Citation> citations = [.. answers.SelectMany(answer => answer.Citations).Distinct()];
        var card = new Card
        {
            Uuid = Guid.NewGuid(),
            Summary = SummaryText.Fit(summary.In(context.Language)),
            Indicator = Urgency.Info,
            Source = citations.Count > 0 ? sources.Source(context, citations, Topic) : CardSources.ServiceItself(context, Topic),
            Suggestions = Suggestions(context, missing),
            SuggestionsCombine = true,
            OverrideReasons = knowledge.Roles.MissingDataReasons,
            Links = [.. answers.Take(MostLinks).Select(answer => CardSources.Link(context, answer.Id, answer.Title))],
            Assessment = new CardAssessment(Id) { Missing = [.. missing.Select(datum => datum.Id)], Citations = citations, Notes = [.. Problems(context)], State = string.Join(' ', missing.Select(datum => datum.Id).Order(StringComparer.Ordinal)), IsAlwaysShown = HasDataProblem(context) },
        };
        return new CardDraft(card, Glance(context, answers, missing, citations), () => Detail(context, missing).ToString());
    }

    private GlanceText Glance(CardContext context, IReadOnlyList<OpenAnswer> answers, IReadOnlyList<MissingDatum> missing, IReadOnlyList<Citation> citations)
    {
        Language language = context.Language;
        IGrouping<string, MissingDatum>[] decisions = [.. missing.GroupBy(datum => Joined(datum.Awaiting).In(language))];
        LocalizedText advice = decisions.Length switch
        {
            0 => CardPhrases.ProblemsAdvice,
            1 => CardPhrases.MissingAdvice.With("titles", Joined([.. answers.Select(answer => answer.Title).Distinct()])),
            _ => CardPhrases.MissingAdviceEach,
        };
        return new GlanceText(advice.In(language), citations.Count > 0 ? sources.Brief(citations, null, language) : GlancePhrases.OfService.In(language))
        {
            Options = decisions.Length < 2 ? [] : [.. decisions.Select(decision => new GlanceOption(string.Join(CardPhrases.ListSeparator.In(language), decision.Select(datum => Name(datum.Id, language))), decision.Key.Length > 0 ? decision.Key : null, decision.Count()))],
            Notice = UnidentifiedRecords.Brief(context)?.In(language),
            Facts = [.. NotObtained(context, language), .. Problems(context).Where(note => note.Conclusion is null && !IsNotObtained(context, note)).Select(note => Sentences.Phrase(note.Text, language)).Distinct()],
        };
    }

    /// <summary>One line for all that nobody sent and that could not be read.</summary>
    private static string[] NotObtained(CardContext context, Language language) => context.Data.NotObtained.ToArray() is { Length: > 0 } keys
        ? [CardPhrases.NotObtained.With("keys", string.Join(CardPhrases.ListSeparator.In(language), keys)).In(language)]
        : [];

    private static bool IsNotObtained(CardContext context, Note note) =>
        note.Resource is null && context.Data.NotObtained.Any(key => note.Text.En.StartsWith(key + ":", StringComparison.Ordinal));

    private static IEnumerable<Note> Problems(CardContext context) => context.Assessment.Notes
        .Where(note => note.Severity != NoteSeverity.Information)
        .OrderByDescending(note => note.Severity)
        .Take(MostNotes);

    private DetailText Detail(CardContext context, IReadOnlyList<MissingDatum> missing)
    {
        Language language = context.Language;
        var text = new DetailText(language);
        if (UnidentifiedRecords.Line(context) is { } unidentified) text.Paragraph(unidentified.In(language));
        return text
            .List(CardPhrases.Missing, [.. missing.Select(datum => Markdown.Neutralise($"{Name(datum.Id, language)} – {WouldDecide(datum, language)}"))])
            .List(CardPhrases.DataProblems, Problems(context)
                .Select(note => new LocalizedText(Line(note, Language.English), Line(note, Language.Japanese))));
    }

    /// <summary>Examinations that a card of their own already proposes, or that are ordered, are not proposed again.</summary>
    private IReadOnlyList<CardSuggestion> Suggestions(CardContext context, IReadOnlyList<MissingDatum> missing)
    {
        HashSet<string> proposed = [.. context.Assessment.Recommendations
            .Where(recommendation => recommendation.Status == RecommendationStatus.Due && recommendation.Definition.HasCard)
            .SelectMany(recommendation => recommendation.Options)
            .SelectMany(option => option.Examinations)];
        return [.. missing
            .Where(datum => !proposed.Contains(datum.Id) && !context.IsOnItsWay(datum.Id) && knowledge.Facts.TryGetValue(datum.Id, out var fact) && fact.Order is not null)
            .Take(MostSuggestions)
            .Select(datum => Suggestion(context, datum))];
    }

    private CardSuggestion Suggestion(CardContext context, MissingDatum datum)
    {
        var order = new ServiceOrder
        {
            For = datum.Id,
            Text = CardPhrases.MissingOrder.With("fact", titles.Of(datum.Id)),
            Reason = CardPhrases.MissingReason.With("titles", Joined(datum.Awaiting)),
        };
        return new CardSuggestion(Guid.NewGuid(), order.Text.In(context.Language), false, [drafts.Request(context, order)]);
    }

    private string Names(IReadOnlyList<MissingDatum> missing, Language language)
    {
        string separator = CardPhrases.ListSeparator.In(language);
        string names = Name(missing[0].Id, language);
        for (int i = 1; i < missing.Count; i++)
        {
            string longer = names + separator + Name(missing[i].Id, language);
            if (longer.Length > LongestSummaryList)
            {
                string count = (missing.Count - i).ToString(CultureInfo.InvariantCulture);
                return CardPhrases.AndMore.With("facts", names).With("count", count).In(language);
            }

            names = longer;
        }

        return names;
    }

    private string Name(string id, Language language) =>
        knowledge.Drugs.ContainsKey(id) ? CardPhrases.StillTaken.With("drug", titles.Of(id)).In(language) : titles.Of(id, language);

    private static string WouldDecide(MissingDatum datum, Language language) => CardPhrases.WouldDecide.With("titles", Joined(datum.Awaiting)).In(language);

    private static LocalizedText Joined(IReadOnlyList<LocalizedText> texts) => new(
        string.Join(CardPhrases.ListSeparator.En, texts.Select(text => text.En)),
        string.Join(CardPhrases.ListSeparator.Ja, texts.Select(text => text.Ja)));

    private static string Line(Note note, Language language) =>
        note.Resource is { } resource ? $"{resource}: {note.Text.In(language)}" : note.Text.In(language);
}
