using System.Collections.Frozen;

namespace Cds.Knowledge;

/// <summary>
/// Numbers the entries of a knowledge base from 0, each kind for itself, so that what belongs to an entry of one patient stands in an array. The numbers hold for one
/// knowledge base and are never part of an answer.
/// </summary>
internal sealed class KnowledgeNumbers
{
    private readonly KnowledgeBase _knowledge;

    internal KnowledgeNumbers(KnowledgeBase knowledge)
    {
        _knowledge = knowledge;
        Facts = Numbered(knowledge.Facts.Keys);
        Conditions = Numbered(knowledge.Conditions.Keys);
        Procedures = Numbered(knowledge.Procedures.Keys);
        Drugs = Numbered(knowledge.Drugs.Keys);
        Conclusions = Numbered(knowledge.ConclusionsById.Keys);
        Criteria = new CriterionNumbers(knowledge);
        LongestInterval = knowledge.Drugs.Values.Select(drug => drug.IntervalDays).DefaultIfEmpty(0).Max();
    }

    /// <summary>Facts.</summary>
    public FrozenDictionary<string, int> Facts { get; }

    /// <summary>Conditions.</summary>
    public FrozenDictionary<string, int> Conditions { get; }

    /// <summary>Procedures.</summary>
    public FrozenDictionary<string, int> Procedures { get; }

    /// <summary>Drugs.</summary>
    public FrozenDictionary<string, int> Drugs { get; }

    /// <summary>Conclusions.</summary>
    public FrozenDictionary<string, int> Conclusions { get; }

    /// <summary>Criteria.</summary>
    public CriterionNumbers Criteria { get; }

    /// <summary>The longest time between two doses of one drug, in days.</summary>
    public int LongestInterval { get; }

    /// <summary>Whether they number the entries of a knowledge base too: it holds the same, whatever else differs.</summary>
    public bool AreOf(KnowledgeBase knowledge) => ReferenceEquals(knowledge, _knowledge)
        || (ReferenceEquals(knowledge.Facts, _knowledge.Facts) && ReferenceEquals(knowledge.Conditions, _knowledge.Conditions) && ReferenceEquals(knowledge.Procedures, _knowledge.Procedures)
            && ReferenceEquals(knowledge.Drugs, _knowledge.Drugs) && ReferenceEquals(knowledge.ConclusionsById, _knowledge.ConclusionsById));

    private static FrozenDictionary<string, int> Numbered(IEnumerable<string> ids) => ids.Select((id, number) => (id, number)).ToFrozenDictionary(entry => entry.id, entry => entry.number);
}
