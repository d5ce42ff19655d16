using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Evaluation;
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
        foreach (ConclusionDefinition conclusion in knowledge.Conclusions) _ofRule[conclusion.Id] = ChangesAmong(ReadBy(conclusion), []);
        foreach (RecommendationDefinition recommendation in knowledge.Recommendations) _ofRule[recommendation.Id] = ChangesAmong(ReadBy(recommendation), OfferedBy(recommendation));
        foreach (Regimen regimen in knowledge.Regimens.Values) _ofRule[regimen.Id] = ChangesAmong([], [regimen.Id, .. Shared(regimen.Id), .. regimen.Drugs.Select(d => d.Drug), .. regimen.Drugs.SelectMany(d => Shared(d.Drug))]);
    }

    /// <summary>The changes that a conclusion, recommendation or regimen rests on; empty without an overlay.</summary>
    public IReadOnlyList<LocalAdaptation> Of(string ruleId) => _ofRule.GetValueOrDefault(ruleId) ?? [];

    /// <summary>What a site cannot give changes what is offered, never what is asked of the record.</summary>
    private IReadOnlyList<LocalAdaptation> ChangesAmong(HashSet<string> read, HashSet<string> offered) =>
        [.. _knowledge.Adaptations.Where(a => offered.Contains(a.Id) || (a.Change != AdaptationChange.NotOnFormulary && read.Contains(a.Id)))];

    private HashSet<string> ReadBy(ConclusionDefinition conclusion)
    {
        HashSet<string> read = [conclusion.Id, .. Shared(conclusion.Id)];
        if (conclusion is FactNumber number) read.Add(number.Fact);
        Follow(conclusion.Criteria(), read);
        return read;
    }

    private HashSet<string> ReadBy(RecommendationDefinition recommendation)
    {
        HashSet<string> read = [recommendation.Id, .. Shared(recommendation.Id)];
        Follow(recommendation.Criteria(), read);
        return read;
    }

    private HashSet<string> OfferedBy(RecommendationDefinition recommendation)
    {
        HashSet<string> offered = [];
        foreach (OptionDefinition option in recommendation.Options.Concat(recommendation.Cases.SelectMany(c => c.Options)))
        {
            offered.Add(option.Id);
            offered.UnionWith(option.Orders.OfType<DrugOrder>().Select(o => o.DrugId));
            if (_knowledge.Regimens.TryGetValue(option.Id, out Regimen? regimen)) offered.UnionWith(regimen.Drugs.Select(d => d.Drug));
        }

        offered.UnionWith(offered.SelectMany(Shared).ToArray());
        return offered;
    }

    private IReadOnlyList<string> Shared(string id) => _knowledge.SharedRules.GetValueOrDefault(id) ?? [];

    private void Follow(IEnumerable<Criterion> criteria, HashSet<string> read)
    {
        foreach (Dependency reference in criteria.SelectMany(c => c.Dependencies()))
        {
            bool isNew = read.Add(reference.Id);
            if (reference.Kind == DependencyKind.DrugClass)
                read.UnionWith(_knowledge.Drugs.Values.Where(d => d.Class == reference.Id && _byId.Contains(d.Id)).Select(d => d.Id));
            if (isNew && reference.Kind == DependencyKind.Conclusion && _knowledge.ConclusionsById.TryGetValue(reference.Id, out ConclusionDefinition? other))
            {
                read.UnionWith(Shared(other.Id));
                Follow(other.Criteria(), read);
            }
        }
    }
}
