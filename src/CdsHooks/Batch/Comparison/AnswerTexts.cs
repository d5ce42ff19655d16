using Cds.CdsHooks.Cards;
using Cds.CdsHooks.KnowledgePages;

namespace Cds.CdsHooks.Batch.Comparison;

/// <summary>What a side of a comparison says of a patient, as clinicians read it.</summary>
internal sealed class AnswerTexts
{
    private const int MostPossible = 5;

    private readonly KnowledgeTitles _titles;
    private readonly AnswerWords _words;
    private readonly Language _language;

    /// <param name="knowledge">The knowledge of the side.</param>
    /// <param name="language">Language of the texts.</param>
    public AnswerTexts(KnowledgeBase knowledge, Language language)
    {
        _titles = new KnowledgeTitles(knowledge);
        _words = new AnswerWords(knowledge, _titles);
        _language = language;
    }

    /// <summary>Name of a rule.</summary>
    public string Title(string rule) => _titles.Of(rule, _language);

    /// <summary>The answer: the value of a conclusion, or status and options of a recommendation.</summary>
    public string Of(RuleAnswer answer) => Markdown.Neutralise(answer switch
    {
        { Conclusion: { } conclusion } => conclusion.Possible.Count > MostPossible ? _words.Brief(conclusion, _language) : _words.Of(conclusion, _language),
        { Recommendation: { } recommendation } => string.Join(ReleaseNotePhrases.OptionSeparator.In(_language), OptionsOf(recommendation).Prepend(WhyPhrases.Of(recommendation.Status).In(_language))),
        _ => WhyPhrases.NotApplicable.In(_language),
    });

    private IEnumerable<string> OptionsOf(Recommendation recommendation) => recommendation.Options.GroupBy(option => option.Standing).Select(group => ReleaseNotePhrases.Options
        .With("standing", CardPhrases.Of(group.Key)).With("options", string.Join(CardPhrases.ListSeparator.In(_language), group.Select(option => option.Title.In(_language)))).In(_language));
}
