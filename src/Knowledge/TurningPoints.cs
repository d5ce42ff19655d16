using System.Collections.Frozen;
using Cds.Knowledge.Criteria;

namespace Cds.Knowledge;

/// <summary>The limits with which the rules of a knowledge base compare a fact: between two of them no rule answers otherwise for the fact alone.</summary>
public sealed class TurningPoints
{
    private readonly FrozenDictionary<string, decimal[]> _ofFact;

    /// <param name="knowledge">The knowledge base.</param>
    public TurningPoints(KnowledgeBase knowledge)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        _ofFact = Everything(CriteriaOfKnowledge.All(knowledge)).OfType<ITurnsAt>()
            .GroupBy(test => test.Fact)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.SelectMany(test => test.TurningPoints(knowledge.Facts[group.Key])).Distinct().Order().ToArray());
    }

    /// <summary>Limits in the canonical unit, the lowest first; empty for a fact that is not compared. What is computed from the fact may turn elsewhere.</summary>
    /// <param name="fact">Fact id.</param>
    public IReadOnlyList<decimal> Of(string fact) => _ofFact.GetValueOrDefault(fact) ?? [];

    private static HashSet<Criterion> Everything(IEnumerable<Criterion> criteria)
    {
        var seen = new HashSet<Criterion>(ReferenceEqualityComparer.Instance);
        foreach (Criterion criterion in criteria) Add(criterion, seen);
        return seen;
    }

    private static void Add(Criterion criterion, HashSet<Criterion> seen)
    {
        if (!seen.Add(criterion)) return;
        foreach (Criterion child in criterion.Children()) Add(child, seen);
    }
}
