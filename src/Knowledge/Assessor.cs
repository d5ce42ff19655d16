using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;

namespace Cds.Knowledge;

/// <summary>The one entry: a patient's facts and a time in, an assessment out. Pure, thread-safe, no clock.</summary>
public sealed class Assessor(KnowledgeBase knowledge)
{
    /// <summary>The knowledge base that answers.</summary>
    public KnowledgeBase Knowledge { get; } = knowledge;

    /// <summary>Assesses a patient.</summary>
    /// <param name="patient">Facts in canonical units.</param>
    /// <param name="asOf">The moment asked about; data dated after it are ignored.</param>
    public Assessment Assess(PatientFacts patient, AsOf asOf)
    {
        throw new NotSupportedException();
    }
}
