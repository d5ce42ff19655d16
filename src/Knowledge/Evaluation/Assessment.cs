using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Evaluation;

/// <summary>Everything that the knowledge base says of one patient at one time.</summary>
/// <param name="Subject">Patient reference.</param>
/// <param name="AsOf">The moment asked about, as written by the caller (date or date-time).</param>
/// <param name="Conclusions">Conclusions that apply, in the order of the knowledge base.</param>
/// <param name="Recommendations">Recommendations that apply, most urgent first.</param>
/// <param name="Notes">What was ignored or contradicts, and why.</param>
public sealed record Assessment(
    string Subject,
    string AsOf,
    IReadOnlyList<Conclusion> Conclusions,
    IReadOnlyList<Recommendation> Recommendations,
    IReadOnlyList<Note> Notes)
{
    /// <summary>
    /// The patient as evaluated, for pages that explain: any condition can be asked of it and is answered from what was found out already. Like the evaluation, it is of one thread at a
    /// time. Null where an assessment was not made by evaluating.
    /// </summary>
    public PatientContext? Patient { get; init; }

    /// <summary>The note that the recorded diagnosis and the criteria differ; null where they do not.</summary>
    public Note? Disagreement { get; init; }

    /// <summary>Drugs of which an order or statement goes on at the time asked about: they are not ordered again. What only may go on is not among them.</summary>
    public IReadOnlySet<string> Ongoing { get; init; } = new HashSet<string>();

    /// <summary>Examinations and services with an active order whose result may still come.</summary>
    public IReadOnlySet<string> Awaited { get; init; } = new HashSet<string>();

    /// <summary>Recommendations that do not apply to this patient, for explanations; empty for a patient without a plasma-cell disorder.</summary>
    public IReadOnlyList<Recommendation> NotApplicable { get; init; } = [];

    /// <summary>Draft orders whose dose or timing could not be read, so that rules about it stay open; only of the order hooks.</summary>
    public IReadOnlyList<UnjudgedOrder> UnjudgedOrders { get; init; } = [];

    /// <summary>Draft orders of which nobody can tell what they are, of a patient with a plasma-cell disorder; only of the order hooks.</summary>
    public IReadOnlyList<UnidentifiedDraft> UnidentifiedDrafts { get; init; } = [];

    /// <summary>One of the conclusions; null where it does not apply.</summary>
    /// <param name="id">Id of the conclusion.</param>
    public Conclusion? Conclusion(string id) => Conclusions is ConclusionsOnDemand unasked ? unasked.Of(id) : Conclusions.FirstOrDefault(conclusion => conclusion.Id == id);
}
