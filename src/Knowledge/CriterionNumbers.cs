namespace Cds.Knowledge;

/// <summary>
/// Numbers the criteria of a knowledge base whose answer is the same wherever it is asked for in the evaluation of one patient: all but those that look at the orders being judged or at
/// the regimen being offered.
/// </summary>
internal sealed class CriterionNumbers
{
    private readonly Dictionary<Criterion, int> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Criterion> _seen = new(ReferenceEqualityComparer.Instance);

    public CriterionNumbers(KnowledgeBase knowledge)
    {
        foreach (Criterion criterion in CriteriaOfKnowledge.All(knowledge)) Number(criterion);
        _seen.Clear();
    }

    /// <summary>How many there are.</summary>
    public int Count => _numbers.Count;

    /// <summary>The number of a criterion; -1 for one that has to be evaluated each time.</summary>
    public int Of(Criterion criterion) => _numbers.TryGetValue(criterion, out int number) ? number : -1;

    private void Number(Criterion criterion)
    {
        if (!_seen.Add(criterion)) return;
        if (!criterion.ReadsOrders) _numbers.Add(criterion, _numbers.Count);
        foreach (Criterion child in criterion.Children()) Number(child);
    }
}
