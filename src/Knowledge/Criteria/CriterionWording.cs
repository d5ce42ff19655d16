namespace Cds.Knowledge.Criteria;

/// <summary>
/// Compiled criteria in words that a clinician reads: names of facts, thresholds with operator and unit, and what time the data are of. Each kind
/// writes its own words from what it evaluates.
/// </summary>
public sealed class CriterionWording(KnowledgeBase knowledge)
{
    private readonly WordList _words = new(knowledge);

    /// <summary>The criterion in words.</summary>
    public Clause Of(Criterion criterion) => criterion.InWords(_words);
}
