using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Criteria;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;

namespace Cds.Knowledge.Adaptation;

/// <summary>
/// Which local changes a rule rests on: changes of its own entry, of its options with their drugs, and of what its criteria read, through other
/// conclusions too. An answer that a changed threshold further down decides is marked like one whose own text was changed.
/// </summary>
public sealed class AdaptationsOfRules
{
    private readonly KnowledgeBase _knowledge;
    private readonly ILookup<string, LocalAdaptation> _byId;
    private readonly Dictionary<string, IReadOnlyList<LocalAdaptation>> _ofRule = [];

    /// <summary>Finds the changes behind every rule of a knowledge base.</summary>
    public AdaptationsOfRules(KnowledgeBase knowledge)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        _knowledge = knowledge;
        _byId = knowledge.Adaptations.ToLookup(adaptation => adaptation.Id);
        if (knowledge.Adaptations.Count == 0) return;
        foreach (ConclusionDefinition conclusion in knowledge.Conclusions) _ofRule[conclusion.Id] = ChangesAmong(Reached(conclusion));
        foreach (RecommendationDefinition recommendation in knowledge.Recommendations) _ofRule[recommendation.Id] = ChangesAmong(Reached(recommendation));
        foreach (Regimen regimen in knowledge.Regimens.Values) _ofRule[regimen.Id] = ChangesAmong([regimen.Id, .. regimen.Drugs.Select(d => d.Drug)]);
    }

    /// <summary>The changes that a conclusion, recommendation or regimen rests on; empty without an overlay.</summary>
    public IReadOnlyList<LocalAdaptation> Of(string ruleId) => _ofRule.GetValueOrDefault(ruleId) ?? [];

    private IReadOnlyList<LocalAdaptation> ChangesAmong(IEnumerable<string> ids)
    {
        HashSet<string> reached = [.. ids];
        return [.. _knowledge.Adaptations.Where(adaptation => reached.Contains(adaptation.Id))];
    }

    private HashSet<string> Reached(ConclusionDefinition conclusion)
    {
        HashSet<string> reached = [conclusion.Id];
        if (conclusion is FactNumber number) reached.Add(number.Fact);
        Follow(conclusion.Criteria(), reached);
        return reached;
    }

    private HashSet<string> Reached(RecommendationDefinition recommendation)
    {
        HashSet<string> reached = [recommendation.Id];
        foreach (OptionDefinition option in recommendation.Options) AddSubject(option.Id, reached);
        foreach (string drug in recommendation.Options.SelectMany(o => o.Orders).OfType<DrugOrder>().Select(o => o.DrugId)) AddSubject(drug, reached);
        Follow(recommendation.Criteria(), reached);
        return reached;
    }

    private void AddSubject(string id, HashSet<string> reached)
    {
        reached.Add(id);
        if (_knowledge.Regimens.TryGetValue(id, out Regimen? regimen)) reached.UnionWith(regimen.Drugs.Select(d => d.Drug));
    }

    private void Follow(IEnumerable<Criterion> criteria, HashSet<string> reached)
    {
        foreach (Reference reference in criteria.SelectMany(c => c.References()))
        {
            bool isNew = reached.Add(reference.Id);
            if (reference.Kind == ReferenceKind.DrugClass)
                reached.UnionWith(_knowledge.Drugs.Values.Where(d => d.Class == reference.Id && _byId.Contains(d.Id)).Select(d => d.Id));
            if (isNew && reference.Kind == ReferenceKind.Conclusion && _knowledge.ConclusionsById.TryGetValue(reference.Id, out ConclusionDefinition? read))
                Follow(read.Criteria(), reached);
        }
    }
}
