using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Adaptation;

/// <summary>
/// Which local changes a rule rests on: changes of its own entry, of its options with their drugs, and of what its criteria read, through other
/// conclusions too. An answer that a changed threshold further down decides is marked like one whose own text was changed.
/// </summary>
public sealed class AdaptationsOfRules
{
    private readonly KnowledgeBase _knowledge;
    private readonly Dictionary<string, IReadOnlyList<LocalAdaptation>> _ofRule = [];

    /// <summary>Finds the changes behind every rule of a knowledge base.</summary>
    public AdaptationsOfRules(KnowledgeBase knowledge)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        _knowledge = knowledge;
        if (knowledge.Adaptations.Count == 0) return;
        foreach (ConclusionDefinition conclusion in knowledge.Conclusions) _ofRule[conclusion.Id] = ChangesAmong(ReadBy(conclusion), NothingOffered);
        foreach (RecommendationDefinition recommendation in knowledge.Recommendations) _ofRule[recommendation.Id] = ChangesAmong(ReadBy(recommendation), OfferedBy(recommendation));
        foreach (Regimen regimen in knowledge.Regimens.Values) _ofRule[regimen.Id] = ChangesAmong(ReadBy(regimen), regimen.Drugs.Select(d => d.Drug).Append(regimen.Id).ToHashSet());
    }

    /// <summary>The changes that a conclusion, recommendation or regimen rests on; empty without an overlay.</summary>
    public IReadOnlyList<LocalAdaptation> Of(string ruleId) => _ofRule.GetValueOrDefault(ruleId) ?? [];

    private static IReadOnlySet<string> NothingOffered { get; } = new HashSet<string>();

    /// <summary>What a site cannot give changes what is offered, never what is asked of the record.</summary>
    private IReadOnlyList<LocalAdaptation> ChangesAmong(IReadOnlySet<string> read, IReadOnlySet<string> offered) =>
        [.. _knowledge.Adaptations.Where(a => a.Change == AdaptationChange.NotOnFormulary ? offered.Contains(a.Id) : read.Contains(a.Id))];

    private IReadOnlySet<string> ReadBy(ConclusionDefinition conclusion)
    {
        var read = new WhatRulesRead(_knowledge);
        read.Conclusion(conclusion);
        return read.Ids;
    }

    private IReadOnlySet<string> ReadBy(Regimen regimen)
    {
        var read = new WhatRulesRead(_knowledge);
        read.Regimen(regimen);
        return read.Ids;
    }

    private IReadOnlySet<string> ReadBy(RecommendationDefinition recommendation)
    {
        var read = new WhatRulesRead(_knowledge);
        read.Entry(recommendation.Id);
        read.Criteria(recommendation.Criteria());
        foreach (RecommendationDefinition other in _knowledge.Recommendations.Where(other => SharesOptions(recommendation, other))) read.Criteria(other.Criteria());
        foreach (string offered in OfferedBy(recommendation))
        {
            read.Entry(offered);
            if (_knowledge.Drugs.TryGetValue(offered, out Drug? drug)) read.Judging(drug);
            if (_knowledge.Regimens.TryGetValue(offered, out Regimen? regimen)) read.Regimen(regimen);
        }

        // These judge whatever drug is ordered or runs by the rules of that drug.
        if (recommendation.Trigger != Trigger.Assessment)
        {
            foreach (Drug drug in _knowledge.Drugs.Values) read.Rules(drug);
            foreach (OrderCase judging in _knowledge.Recommendations.SelectMany(r => r.Cases).Where(c => c.Running is not null)) read.Criteria([judging.When]);
        }

        // What the disease is refractory to is no option, whether or not a criterion asks.
        if (OfferedBy(recommendation).Any(id => _knowledge.Drugs.GetValueOrDefault(id)?.IsAntiMyeloma == true)) read.Limits(LimitGroups.Refractoriness);
        return read.Ids;
    }

    /// <summary>Rules of one ranking agree about every option, and a case may offer the options of another rule.</summary>
    private static bool SharesOptions(RecommendationDefinition recommendation, RecommendationDefinition other) =>
        other != recommendation && ((other.Ranking is not null && other.Ranking == recommendation.Ranking) || recommendation.Cases.Any(c => c.OptionsOf == other.Id));

    /// <summary>The options with their drugs.</summary>
    private HashSet<string> OfferedBy(RecommendationDefinition recommendation)
    {
        HashSet<string> offered = [];
        foreach (OptionDefinition option in recommendation.Options.Concat(recommendation.Cases.SelectMany(c => c.Options)))
        {
            offered.Add(option.Id);
            offered.UnionWith(option.Orders.OfType<DrugOrder>().Select(o => o.DrugId));
            if (_knowledge.Regimens.TryGetValue(option.Id, out Regimen? regimen)) offered.UnionWith(regimen.Drugs.Select(d => d.Drug));
        }

        return offered;
    }
}
