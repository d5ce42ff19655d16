using Cds.Knowledge.Criteria;

namespace Cds.Knowledge.Evaluation;

/// <summary>
/// A condition over a patient's data, read from YAML and compiled once. Each kind is one file: how it is evaluated, what it reads, how it is put in
/// words, and (its <c>Kind</c>, listed in <see cref="CriterionKinds"/>) how it is written in YAML. Each kind answers with truth, the data it used and
/// the facts it lacks; explanation is a by-product of evaluation.
/// </summary>
public abstract record Criterion
{
    /// <summary>Evaluates the condition for one patient; what does not depend on the orders being looked at is evaluated once for a patient and time.</summary>
    public Finding Evaluate(PatientContext patient)
    {
        if (patient.PlaceOf(this) is not (>= 0 and var place)) return Look(patient);
        return patient.Found(place) ?? patient.Keep(place, Look(patient));
    }

    /// <summary>Evaluates some criteria, in their order.</summary>
    protected static Finding[] Evaluated(IReadOnlyList<Criterion> parts, PatientContext patient)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var findings = new Finding[parts.Count];
        for (int i = 0; i < findings.Length; i++) findings[i] = parts[i].Evaluate(patient);
        return findings;
    }

    /// <summary>Evaluates the parts of a condition that one of them can decide; where the patient is looked at truth first, no further than to that one.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="patient">The patient.</param>
    /// <param name="deciding">The truth of a part that decides: false of a conjunction, true of a disjunction.</param>
    protected static Finding Decided(IReadOnlyList<Criterion> parts, PatientContext patient, Truth deciding)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(patient);
        var findings = new Finding[parts.Count];
        for (int i = 0; i < findings.Length; i++)
        {
            findings[i] = parts[i].Evaluate(patient);
            if (patient.IsTruthFirst && findings[i].Truth == deciding && i + 1 < findings.Length) return new Finding(deciding, new RestOfBasis(patient, parts, findings, i + 1, deciding), []);
        }

        return deciding == Truth.False ? Finding.All(findings) : Finding.Any(findings);
    }

    /// <summary>Looks at the patient.</summary>
    protected abstract Finding Look(PatientContext patient);

    /// <summary>Whether the answer changes with the orders being judged, or with the regimen that is offered.</summary>
    internal bool ReadsOrders => LooksAtOrders || Children().Any(child => child.ReadsOrders);

    /// <summary>The same of the criterion alone, its parts left aside.</summary>
    protected virtual bool LooksAtOrders => Dependencies().Any(dependency => dependency.Kind == DependencyKind.DraftOrder);

    /// <summary>The facts, conclusions and drugs that the condition reads, for checks and for prefetch templates.</summary>
    public abstract IEnumerable<Dependency> Dependencies();

    /// <summary>The criteria that it is made of, for checks; empty for one that stands alone.</summary>
    public virtual IEnumerable<Criterion> Children() => [];

    /// <summary>The condition as a clinician says it. Written from what is evaluated, so that the words cannot differ from the logic.</summary>
    public abstract Clause InWords(WordList words);

    /// <summary>How it reads when nothing but this condition is denied; null for "not" in front of <see cref="InWords"/>.</summary>
    public virtual Clause? DeniedInWords(WordList words) => null;
}
