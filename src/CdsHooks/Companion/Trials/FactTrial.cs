namespace Cds.CdsHooks.Companion.Trials;

/// <summary>What a missing fact would change, found by trying its values on the patient.</summary>
/// <param name="Fact">Fact id.</param>
/// <param name="Day">The day that the value has to be of where it is not the day asked about: before the first treatment.</param>
/// <param name="Outcomes">What would be answered, values with the same answer together; one without changes where the fact alone changes nothing.</param>
public sealed record FactTrial(string Fact, DateOnly? Day, IReadOnlyList<TrialOutcome> Outcomes)
{
    /// <summary>Whether any value would change an answer.</summary>
    public bool ChangesAnything => Outcomes.Any(outcome => outcome.Changes.Count > 0);

    /// <summary>Whether any value would change the answer of one of some rules.</summary>
    internal bool ChangesAnyOf(IReadOnlyList<string> rules) => Outcomes.SelectMany(outcome => outcome.Changes).Any(change => rules.Contains(change.Rule));
}

/// <summary>Values of a fact for which the answers would be the same.</summary>
/// <param name="Values">The values for readers.</param>
/// <param name="Changes">The answers that would differ from those of now.</param>
public sealed record TrialOutcome(LocalizedText Values, IReadOnlyList<AnswerChange> Changes);
