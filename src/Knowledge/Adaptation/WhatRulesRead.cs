using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Criteria;
using Cds.Knowledge.DerivedFacts;

namespace Cds.Knowledge.Adaptation;

/// <summary>
/// The ids of all that criteria read, through conclusions, facts and the course of treatment: facts, drugs, conclusions, and the entries that those name
/// (shared rules, limits, windows, approvals).
/// </summary>
internal sealed class WhatRulesRead(KnowledgeBase knowledge)
{
    private readonly HashSet<string> _ids = [];

    /// <summary>What was read so far.</summary>
    public IReadOnlySet<string> Ids => _ids;

    /// <summary>An entry, and what it names.</summary>
    public void Entry(string id)
    {
        _ids.Add(id);
        _ids.UnionWith(knowledge.NamedBy.GetValueOrDefault(id) ?? []);
    }

    /// <summary>A conclusion with all that it reads.</summary>
    public void Conclusion(ConclusionDefinition conclusion)
    {
        Entry(conclusion.Id);
        if (conclusion is FactNumber number) Fact(number.Fact);
        if (conclusion is ComputedConclusion computed) Limits(computed.Limits);
        Criteria(conclusion.Criteria());
    }

    /// <summary>What judges a drug wherever it is offered, ordered or runs: its rules, what it asks to confirm, its dose table, approvals that make it off-label.</summary>
    public void Judging(Drug drug)
    {
        Entry(drug.Id);
        Rules(drug);
        _ids.UnionWith(knowledge.Approvals.ById.Values.Where(approval => approval.Condition is not null && approval.Drugs.Contains(drug.Id)).Select(approval => approval.Id));
    }

    /// <summary>What the rules of a drug ask, whichever drug it is.</summary>
    public void Rules(Drug drug) => Criteria([.. drug.Rules.Select(rule => rule.When), .. drug.ToConfirm.Select(rule => rule.When), .. drug.Bands.Select(band => band.Holds)]);

    /// <summary>A regimen with its drugs and dose tables.</summary>
    public void Regimen(Regimen regimen)
    {
        Entry(regimen.Id);
        foreach (RegimenDrug drug in regimen.Drugs)
        {
            Judging(knowledge.Drugs[drug.Drug]);
            Criteria(drug.Bands.Select(band => band.Holds));
        }
    }

    /// <summary>Limits by what they take part in.</summary>
    public void Limits(IEnumerable<LimitGroup> groups) => _ids.UnionWith(groups.SelectMany(group => knowledge.Computations.Groups[group]));

    /// <summary>All that criteria read.</summary>
    public void Criteria(IEnumerable<Criterion> criteria)
    {
        foreach (Criterion criterion in criteria)
        {
            Limits(OfCourse(criterion));
            foreach (Dependency reference in criterion.Dependencies()) Reference(reference);
            Criteria(criterion.Children());
        }
    }

    private void Reference(Dependency reference)
    {
        bool isNew = !_ids.Contains(reference.Id);
        switch (reference.Kind)
        {
            case DependencyKind.Conclusion when isNew && knowledge.ConclusionsById.TryGetValue(reference.Id, out ConclusionDefinition? conclusion):
                Conclusion(conclusion);
                break;
            case DependencyKind.Fact when isNew:
                Fact(reference.Id);
                break;
            case DependencyKind.Drug or DependencyKind.DrugClass:
                Entry(reference.Id);
                Limits(LimitGroups.Doses);
                foreach (Drug drug in knowledge.Drugs.Values.Where(d => d.Class == reference.Id)) Entry(drug.Id);
                break;
            default:
                Entry(reference.Id);
                break;
        }
    }

    private void Fact(string id)
    {
        Entry(id);
        if (DerivedFact.ById.TryGetValue(id, out DerivedFact? derived)) Limits(derived.Limits);
        if (!knowledge.Facts.TryGetValue(id, out FactDefinition? fact)) return;
        foreach (string from in fact.FromFacts.Where(from => !_ids.Contains(from))) Fact(from);
    }

    /// <summary>Questions about the course of treatment that name neither fact nor conclusion.</summary>
    private static IReadOnlyList<LimitGroup> OfCourse(Criterion criterion) => criterion switch
    {
        RefractoryTo or OrderingRefractory => LimitGroups.Refractoriness,
        FactSince { Since: SinceEvent.LineStart or SinceEvent.LastDose } or GivenDrug { Since: SinceEvent.LineStart or SinceEvent.LastDose } or ProcedureDone { Since: SinceEvent.LineStart or SinceEvent.LastDose }
            or ForMaintenance => LimitGroups.Course,
        _ => [],
    };
}
