using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>The one entry: a patient's facts and a time in, an assessment out. Pure, thread-safe, no clock.</summary>
/// <param name="knowledge">The knowledge base that answers.</param>
/// <param name="settings">What the site has switched on (<c>jsct-mm20-enrolling</c>); null for nothing.</param>
internal sealed class ReferenceAssessor(KnowledgeBase knowledge, IReadOnlySet<string>? settings = null)
{
    private readonly IReadOnlySet<string> _settings = settings ?? new HashSet<string>();

    /// <summary>The knowledge base that answers.</summary>
    public KnowledgeBase Knowledge { get; } = knowledge;

    /// <summary>Assesses a patient. Without a plasma-cell disorder, recorded or shown by the data, there is nothing to conclude.</summary>
    /// <param name="patient">Facts in canonical units.</param>
    /// <param name="asOf">The moment asked about; data dated after it are ignored.</param>
    public Assessment Assess(PatientFacts patient, AsOf asOf)
    {
        var context = new PatientContext(Knowledge, patient, asOf, _settings);
        bool concerned = IsConcerned(context);
        Conclusion[] conclusions = concerned
            ? [.. Knowledge.Conclusions.Where(d => !d.IsInternal).Select(d => context.Outcome(d.Id).Conclusion).OfType<Conclusion>()]
            : [];
        var evaluator = new RecommendationEvaluator(context);
        Recommendation[] ordered = [.. Knowledge.Recommendations.Where(r => concerned && r.Trigger != Trigger.Order).Select(evaluator.Evaluate)
            .OrderByDescending(r => r.Urgency).ThenBy(r => r.Definition.Place).ThenBy(r => r.Id, StringComparer.Ordinal)];
        ILookup<bool, Recommendation> recommendations = SharedStandings.Agreed(ordered).ToLookup(r => r.Status != RecommendationStatus.NotApplicable);
        return new Assessment(patient.Subject, asOf.Text, conclusions, [.. recommendations[true]], [.. patient.Notes, .. context.Notes])
        {
            NotApplicable = [.. recommendations[false]],
            Ongoing = Ongoing(context),
            Awaited = Awaited(context),
            Disagreement = context.Notes.FirstOrDefault(note => note.Conclusion is not null),
        };
    }

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
    public Assessment JudgeOrders(PatientFacts patient, AsOf asOf)
    {
        var context = new PatientContext(Knowledge, patient, asOf, _settings);
        Conclusion? diagnosis = Knowledge.Roles.Diagnosis is { } id ? context.Outcome(id).Conclusion : null;
        bool concerned = diagnosis is not null || Knowledge.Roles.Diagnosis is null || !patient.KnownHistory.HasFlag(RecordedHistory.Conditions);
        var evaluator = new OrderRuleEvaluator(context);
        Recommendation[] recommendations = concerned
            ? [.. Knowledge.Recommendations.Where(r => r.Trigger == Trigger.Order).SelectMany(evaluator.Evaluate)
                .OrderByDescending(r => r.Urgency).ThenBy(r => r.Definition.Place).ThenBy(r => r.Id, StringComparer.Ordinal)]
            : [];
        return new Assessment(patient.Subject, asOf.Text, diagnosis is null ? [] : [diagnosis], recommendations, [.. patient.Notes, .. context.Notes])
        {
            UnjudgedOrders = concerned ? new UnjudgedOrders(context).All() : [],
            UnidentifiedDrafts = IsConcerned(context) ? [.. patient.UnidentifiedDrafts.Where(draft => draft.IsSelected)] : [],
            Ongoing = Ongoing(context),
            Awaited = Awaited(context),
            Disagreement = context.Notes.FirstOrDefault(note => note.Conclusion is not null),
        };
    }

    private static HashSet<string> Awaited(PatientContext context) => [.. context.Record.OrderedServices.Where(context.IsAwaited).Select(service => service.Id)];

    private static HashSet<string> Ongoing(PatientContext context) =>
        [.. context.Therapy.Ongoing.Where(ongoing => ongoing.Period.Running == Truth.True).Select(ongoing => ongoing.Record.DrugId)];
}
