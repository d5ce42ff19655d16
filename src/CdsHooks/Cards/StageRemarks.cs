using Cds.CdsHooks.Cards.Glance;
using Cds.Knowledge;
using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Cards;

/// <summary>
/// The sentences of a stage in the order in which they matter: first what sets it beside a fact (a recorded stage), then beside another stage, then what only its own
/// value says (survival), last what always holds.
/// </summary>
internal sealed class StageRemarks(KnowledgeBase knowledge)
{
    /// <summary>The first sentence of each text, without repeats.</summary>
    public IReadOnlyList<string> Of(IReadOnlyList<Conclusion> shown, Language language) =>
    [
        .. shown.SelectMany(conclusion => conclusion.Information.Select(text => (Text: text, Rank: Rank(knowledge.Conclusion(conclusion.Id), text))))
            .OrderBy(entry => entry.Rank).Select(entry => Sentences.First(entry.Text, language)).Distinct(),
    ];

    private static int Rank(ConclusionDefinition definition, LocalizedText text) => definition.Information.FirstOrDefault(rule => rule.Text == text)?.When switch
    {
        null or Always => 3,
        { } criterion when criterion.Dependencies().Any(dependency => dependency.Kind != DependencyKind.Conclusion) => 0,
        { } criterion when criterion.Dependencies().Any(dependency => dependency.Id != definition.Id) => 1,
        _ => 2,
    };
}
