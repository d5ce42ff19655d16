using Cds.CdsHooks.Cards.Glance;
using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Criteria;

namespace Cds.CdsHooks.Cards;

/// <summary>
/// The sentences of a stage in the order in which they matter: first what sets it beside a fact (a recorded stage), then beside another stage, then what only its own
/// value says (survival), last what always holds.
/// </summary>
internal sealed class StageRemarks(KnowledgeBase knowledge)
{
    private const int LastThatCompares = 1;

    /// <summary>The first sentence of each text, without repeats; and how many of the first set one stage beside another, or beside a recorded one.</summary>
    public (IReadOnlyList<string> Sentences, int Comparing) Of(IReadOnlyList<Conclusion> shown, Language language)
    {
        (string Sentence, int Rank)[] ranked =
        [
            .. shown.SelectMany(conclusion => conclusion.Information.Select(text => (Sentence: Sentences.First(text, language), Rank: Rank(knowledge.Conclusion(conclusion.Id), text))))
                .OrderBy(entry => entry.Rank).DistinctBy(entry => entry.Sentence),
        ];
        return ([.. ranked.Select(entry => entry.Sentence)], ranked.Count(entry => entry.Rank <= LastThatCompares));
    }

    private static int Rank(ConclusionDefinition definition, LocalizedText text) => definition.Information.FirstOrDefault(rule => rule.Text == text)?.When switch
    {
        null or Always => 3,
        { } criterion when criterion.Dependencies().Any(dependency => dependency.Kind != DependencyKind.Conclusion) => 0,
        { } criterion when criterion.Dependencies().Any(dependency => dependency.Id != definition.Id) => 1,
        _ => 2,
    };
}
