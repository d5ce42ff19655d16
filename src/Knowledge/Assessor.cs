using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge;

/// <summary>The one entry: a patient's facts and a time in, an assessment out. Pure, thread-safe, no clock.</summary>
/// <param name="knowledge">The knowledge base that answers.</param>
/// <param name="settings">What the site has switched on (<c>jsct-mm20-enrolling</c>); null for nothing.</param>
public sealed class Assessor(KnowledgeBase knowledge, IReadOnlySet<string>? settings = null)
{
    private readonly IReadOnlySet<string> _settings = settings ?? new HashSet<string>();

    /// <summary>The knowledge base that answers.</summary>
    public KnowledgeBase Knowledge { get; } = knowledge;

    /// <summary>Assesses a patient. Without a plasma-cell disorder, recorded or shown by the data, there is nothing to conclude.</summary>
    /// <param name="patient">Facts in canonical units.</param>
    /// <param name="asOf">The moment asked about; data dated after it are ignored.</param>
    public Assessment Assess(PatientFacts patient, AsOf asOf) => AssessUnlessCancelled(patient, asOf, CancellationToken.None);

    /// <summary>The same for somebody who may go away before the answer is there.</summary>
    /// <param name="patient">Facts in canonical units.</param>
    /// <param name="asOf">The moment asked about.</param>
    /// <param name="cancellation">Ends the work when nobody waits for the answer any more.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Assessment AssessUnlessCancelled(PatientFacts patient, AsOf asOf, CancellationToken cancellation)
    {
        PatientContext context = Look(patient, asOf, isTruthFirst: false, cancellation);
        bool concerned = IsConcerned(context);
        Conclusion[] conclusions = concerned ? ConclusionsOnDemand.All(context) : [];
        ILookup<bool, Recommendation> recommendations = Recommend(context, concerned);
        return Answer(context, conclusions, recommendations, BoundedNotes.Of([.. context.Record.Notes, .. context.Notes]));
    }

    /// <summary>
    /// The same for a reader who shows a part of it: recommendations are settled, and a conclusion, the data behind an answer and the notes are found out when they are asked for.
    /// What is found is the same. Like the evaluation itself, it is of one thread at a time.
    /// </summary>
    /// <param name="patient">Facts in canonical units.</param>
    /// <param name="asOf">The moment asked about.</param>
    /// <param name="cancellation">Ends the work when nobody waits for the answer any more, also where something is found out later.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Assessment AssessTruthFirst(PatientFacts patient, AsOf asOf, CancellationToken cancellation)
    {
        PatientContext context = Look(patient, asOf, isTruthFirst: true, cancellation);
        bool concerned = IsConcerned(context);
        ILookup<bool, Recommendation> recommendations = Recommend(context, concerned);
        return Answer(context, concerned ? new ConclusionsOnDemand(context) : [], recommendations, new NotesOnDemand(this, context));
    }

    private PatientContext Look(PatientFacts patient, AsOf asOf, bool isTruthFirst, CancellationToken cancellation) =>
        new(Knowledge, WorkBudget.Within(patient), asOf, _settings) { Cancellation = cancellation, IsTruthFirst = isTruthFirst };

    /// <summary>The recommendations, most urgent first; true leads to those that apply.</summary>
    private ILookup<bool, Recommendation> Recommend(PatientContext context, bool concerned)
    {
        var evaluator = new RecommendationEvaluator(context);
        Recommendation[] ordered = [.. Knowledge.Recommendations.Where(r => concerned && r.Trigger != Trigger.Order).Select(evaluator.Evaluate)
            .OrderByDescending(r => r.Urgency).ThenBy(r => r.Definition.Place).ThenBy(r => r.Id, StringComparer.Ordinal)];
        return SharedStandings.Agreed(ordered).ToLookup(r => r.Status != RecommendationStatus.NotApplicable);
    }

    private static Assessment Answer(PatientContext context, IReadOnlyList<Conclusion> conclusions, ILookup<bool, Recommendation> recommendations, IReadOnlyList<Note> notes) =>
        new(context.Record.Subject, context.AsOf.Text, conclusions, [.. recommendations[true]], notes)
        {
            Patient = context,
            NotApplicable = [.. recommendations[false]],
            Ongoing = Ongoing(context),
            Awaited = Awaited(context),
            Disagreement = Disagreement(context),
        };

    /// <summary>A diagnosis, or a recorded plasma-cell disorder that is none of the diagnoses (Waldenström, light chain deposition).</summary>
    private bool IsConcerned(PatientContext context) =>
        Knowledge.Roles.Diagnosis is not { } diagnosis
        || context.Outcome(diagnosis).Conclusion is not null
        || context.Record.Conditions.Any(c => Knowledge.Conditions[c.ConditionId].IsPlasmaCellDisorder && (context.IsCurrent(c) || (c.InRemission && context.HasBegun(c.Since))));

    /// <summary>
    /// Judges the selected draft orders against the patient. The recommendations are those of the order rules only, and nothing is concluded; the
    /// diagnosis stands among the conclusions when something points to a plasma-cell disorder. Without one there is nothing to say, unless the
    /// problem list could not be read: then the order itself is reason enough to look.
    /// </summary>
    /// <param name="patient">Facts in canonical units, with the draft orders.</param>
    /// <param name="asOf">The moment asked about; data dated after it are ignored.</param>
    public Assessment JudgeOrders(PatientFacts patient, AsOf asOf) => JudgeOrdersUnlessCancelled(patient, asOf, CancellationToken.None);

    /// <summary>The same for somebody who may go away before the answer is there.</summary>
    /// <param name="patient">Facts in canonical units.</param>
    /// <param name="asOf">The moment asked about.</param>
    /// <param name="cancellation">Ends the work when nobody waits for the answer any more.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Assessment JudgeOrdersUnlessCancelled(PatientFacts patient, AsOf asOf, CancellationToken cancellation)
    {
        PatientContext context = Look(patient, asOf, isTruthFirst: false, cancellation);
        patient = context.Record;
        Conclusion? diagnosis = Knowledge.Roles.Diagnosis is { } id ? context.Outcome(id).Conclusion : null;
        bool concerned = diagnosis is not null || Knowledge.Roles.Diagnosis is null || !patient.KnownHistory.HasFlag(RecordedHistory.Conditions);
        var evaluator = new OrderRuleEvaluator(context);
        Recommendation[] recommendations = concerned
            ? [.. Knowledge.Recommendations.Where(r => r.Trigger == Trigger.Order).SelectMany(evaluator.Evaluate)
                .OrderByDescending(r => r.Urgency).ThenBy(r => r.Definition.Place).ThenBy(r => r.Id, StringComparer.Ordinal)]
            : [];
        return new Assessment(patient.Subject, asOf.Text, diagnosis is null ? [] : [diagnosis], recommendations, BoundedNotes.Of([.. patient.Notes, .. context.Notes]))
        {
            Patient = context,
            UnjudgedOrders = concerned ? new UnjudgedOrders(context).All() : [],
            UnidentifiedDrafts = IsConcerned(context) ? [.. patient.UnidentifiedDrafts.Where(draft => draft.IsSelected)] : [],
            Ongoing = Ongoing(context),
            Awaited = Awaited(context),
            Disagreement = Disagreement(context),
        };
    }

    /// <summary>Found out with the diagnosis, which every assessment begins with.</summary>
    private static Note? Disagreement(PatientContext context) => context.Notes.FirstOrDefault(note => note.Conclusion is not null);

    private static HashSet<string> Awaited(PatientContext context) => [.. context.Record.OrderedServices.Where(context.IsAwaited).Select(service => service.Id)];

    private static HashSet<string> Ongoing(PatientContext context) =>
        [.. context.Therapy.Ongoing.Where(ongoing => ongoing.Period.Running == Truth.True).Select(ongoing => ongoing.Record.DrugId)];
}
