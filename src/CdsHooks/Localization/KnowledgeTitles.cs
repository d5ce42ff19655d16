using System.Collections.Frozen;
using Cds.Knowledge;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Localization;

/// <summary>Names for readers of everything that has an id in the knowledge base.</summary>
internal sealed class KnowledgeTitles
{
    private readonly FrozenDictionary<string, LocalizedText> _titles;

    /// <summary>Collects the names of a knowledge base.</summary>
    public KnowledgeTitles(KnowledgeBase knowledge)
    {
        IEnumerable<(string Id, LocalizedText Title)> all =
        [
            .. knowledge.Facts.Values.Select(fact => (fact.Id, fact.Title)),
            .. knowledge.Drugs.Values.Select(drug => (drug.Id, drug.Title)),
            .. knowledge.DrugClasses.Values.Select(drugClass => (drugClass.Id, drugClass.Title)),
            .. knowledge.Conditions.Values.Select(condition => (condition.Id, condition.Title)),
            .. knowledge.Procedures.Values.Select(procedure => (procedure.Id, procedure.Title)),
            .. knowledge.Regimens.Values.Select(regimen => (regimen.Id, regimen.Title)),
            .. knowledge.Actions.Values.Select(action => (action.Id, action.Title)),
            .. knowledge.Conclusions.Select(conclusion => (conclusion.Id, conclusion.Title)),
            .. knowledge.Recommendations.Select(recommendation => (recommendation.Id, recommendation.Title)),
        ];
        _titles = all.DistinctBy(entry => entry.Id).ToFrozenDictionary(entry => entry.Id, entry => entry.Title);
    }

    /// <summary>The name, or the id itself when the knowledge base has no such thing.</summary>
    public string Of(string id, Language language) => _titles.TryGetValue(id, out LocalizedText? title) ? title.In(language) : id;

    /// <summary>The name in both languages.</summary>
    public LocalizedText Of(string id) => _titles.GetValueOrDefault(id) ?? new LocalizedText(id, id);
}
