using Cds.Knowledge.Evaluation;

namespace Cds.Knowledge.Criteria;

/// <summary>
/// A condition over a patient's data, read from YAML and compiled once. Each kind answers with truth, the data it used and
/// the facts it lacks; explanation is a by-product of evaluation.
/// </summary>
public abstract record Criterion
{
    /// <summary>Evaluates the condition for one patient.</summary>
    public abstract Finding Evaluate(PatientContext patient);

    /// <summary>The facts, conclusions and drugs that the condition reads, for checks and for prefetch templates.</summary>
    public abstract IEnumerable<Reference> References();

    /// <summary>The criteria that it is made of, for checks; empty for one that stands alone.</summary>
    public virtual IEnumerable<Criterion> Children() => [];
}
