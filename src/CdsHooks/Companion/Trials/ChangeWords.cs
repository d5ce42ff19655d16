using Cds.CdsHooks.KnowledgePages;
using Cds.Knowledge.Therapy;

namespace Cds.CdsHooks.Companion.Trials;

/// <summary>Changes of answers as readers see them.</summary>
internal sealed class ChangeWords(AnswerWords answers)
{
    /// <summary>An answer that would differ.</summary>
    public string Of(AnswerChange change, Language language) => TrialPhrases.Answer.With("rule", answers.Question(change.Rule)).In(language).Replace("{answer}", Became(change, language), StringComparison.Ordinal);

    private string Became(AnswerChange change, Language language)
    {
        if (change.Conclusion is { } conclusion) return conclusion is { Unit: not null, Value: not null } ? TrialPhrases.Computable.In(language) : answers.Of(conclusion, language);
        if (change.Recommendation is not { } recommendation) return WhyPhrases.NotApplicable.In(language);
        string stands = (change.IsOfStatus ? WhyPhrases.Of(recommendation.Status) : TrialPhrases.OtherOptions).In(language);
        return recommendation is { Status: RecommendationStatus.Due, Options: [{ Standing: Standing.Recommended } first, ..] }
            ? stands + CardPhrases.ListSeparator.In(language) + TrialPhrases.FirstOption.With("option", first.Title.BeforeBracket).In(language)
            : stands;
    }
}
