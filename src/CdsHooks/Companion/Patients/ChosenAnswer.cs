using Cds.CdsHooks.Cards;
using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Companion.Patients;

/// <summary>What is to be explained: a card, or an answer that has none.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Rules">Conclusions and recommendations that it rests on, the leading one first.</param>
/// <param name="Facts">The data that it rests on.</param>
public sealed record ChosenAnswer(string Title, IReadOnlyList<string> Rules, LitFacts Facts)
{
    /// <summary>Facts that are missing, of a card that no rule is behind.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>What was not read or not used, of such a card.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>The facts that its rules lack, those of the leading one first, and where no rule is behind it, those that it names.</summary>
    internal IEnumerable<string> Lacks(Assessment assessment)
    {
        ILookup<string, IReadOnlyList<string>> lacking = assessment.Conclusions.Select(conclusion => (conclusion.Id, conclusion.Missing))
            .Concat(assessment.Recommendations.Select(recommendation => (recommendation.Id, recommendation.Missing))).ToLookup(rule => rule.Id, rule => rule.Missing);
        string[] ofRules = [.. Rules.SelectMany(rule => lacking[rule]).SelectMany(missing => missing)];
        return ofRules.Length > 0 ? ofRules : Missing;
    }

    internal static ChosenAnswer Of(Card card) => new(
        card.Summary, [card.Assessment.Id, .. card.Assessment.Also, .. card.Assessment.Related.Select(conclusion => conclusion.Id).Where(id => id != card.Assessment.Id)], LitFacts.Of(card.Assessment))
    {
        Missing = card.Assessment.Missing,
        Notes = card.Assessment.Notes,
    };

    /// <summary>An answer of the assessment that is on no card; null when the assessment says nothing of the rule.</summary>
    internal static ChosenAnswer? Of(string rule, Assessment assessment, KnowledgeBase knowledge, Language language)
    {
        if (assessment.Conclusions.FirstOrDefault(conclusion => conclusion.Id == rule) is { } found)
            return new ChosenAnswer(knowledge.Conclusion(rule).Title.In(language), [rule], LitFacts.Of(found.Basis));
        Recommendation? recommendation = assessment.Recommendations.Concat(assessment.NotApplicable).FirstOrDefault(each => each.Id == rule);
        return recommendation is null ? null : new ChosenAnswer(recommendation.Definition.Title.In(language), [rule], LitFacts.Of(recommendation.Basis));
    }
}
