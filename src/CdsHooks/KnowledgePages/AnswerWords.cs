using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Wording;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>Answers as readers see them.</summary>
internal sealed class AnswerWords(KnowledgeBase knowledge, KnowledgeTitles titles)
{
    private const int ShownDecimals = 1, MostMeasuredDecimals = 2;

    /// <summary>What is asked, without the answer: the title of a named number (two hits: double-hit) names it too.</summary>
    public string Question(Conclusion conclusion, Language language) => Question(conclusion.Id).In(language);

    /// <summary>What a rule asks, without the answer.</summary>
    public LocalizedText Question(string rule) => knowledge.ConclusionsById.TryGetValue(rule, out ConclusionDefinition? conclusion) ? conclusion.Title : titles.Of(rule);

    /// <summary>The value; while it is open, the values that the data still allow.</summary>
    public string Of(Conclusion conclusion, Language language) => conclusion.Value switch
    {
        null when conclusion.Possible.Count > 1 => WhyPhrases.Open.With("values", Possible(conclusion, language)).In(language),
        null => WhyPhrases.Undetermined.In(language),
        ListAnswer { Members.Count: 0 } => WhyPhrases.None.In(language),
        ListAnswer list => string.Join(CardPhrases.ListSeparator.In(language), list.Members.Select(member => Member(conclusion.Id, member).In(language))),
        NumberAnswer number when conclusion.ValueTitle is null => ValueRange.Exactly(Shown(number.Number)) + UnitText.After(conclusion.Unit, language),
        { } value => conclusion.ValueTitle?.In(language) ?? RuleWords.Value(knowledge.ConclusionsById[conclusion.Id], ValueText.Of(value)).In(language),
    };

    /// <summary>The value, or that there is none yet.</summary>
    public string Brief(Conclusion conclusion, Language language) => conclusion.Value is null ? WhyPhrases.Undetermined.In(language) : Of(conclusion, language);

    /// <summary>The values that are still possible.</summary>
    public string Possible(Conclusion conclusion, Language language) => string.Join(
        CardPhrases.Or.In(language), conclusion.Possible.Select(value => RuleWords.Value(knowledge.ConclusionsById[conclusion.Id], ValueText.Of(value)).In(language)));

    private LocalizedText Member(string conclusion, string member) =>
        knowledge.ConclusionsById[conclusion] is MemberList list ? list.Members.First(each => each.Id == member).Title : titles.Of(member);

    private static decimal Shown(decimal number) => number.Scale > MostMeasuredDecimals ? Math.Round(number, ShownDecimals, MidpointRounding.AwayFromZero) : number;
}
