using System.Collections.Frozen;

namespace Cds.Knowledge;

/// <summary>
/// Numbers the entries of a knowledge base from 0, each kind for itself, so that what belongs to an entry of one patient stands in an array. The numbers hold for one
/// knowledge base and are never part of an answer.
/// </summary>
internal sealed class KnowledgeNumbers
{
    internal KnowledgeNumbers(KnowledgeBase knowledge)
    {
        Knowledge = knowledge;
        Facts = Numbered(knowledge.Facts.Keys);
        Conditions = Numbered(knowledge.Conditions.Keys);
        Procedures = Numbered(knowledge.Procedures.Keys);
        Drugs = Numbered(knowledge.Drugs.Keys);
        Conclusions = Numbered(knowledge.Conclusions.Select(conclusion => conclusion.Id));
        LongestInterval = knowledge.Drugs.Values.Select(drug => drug.IntervalDays).DefaultIfEmpty(0).Max();
    }

    /// <summary>The knowledge base that they number.</summary>
    public KnowledgeBase Knowledge { get; }

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

    /// <summary>The longest time between two doses of one drug, in days.</summary>
    public int LongestInterval { get; }

    private static FrozenDictionary<string, int> Numbered(IEnumerable<string> ids) => ids.Select((id, number) => (id, number)).ToFrozenDictionary(entry => entry.id, entry => entry.number);
}
