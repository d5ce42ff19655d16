using Cds.CdsHooks.Errors;
using Cds.CdsHooks.Prefetch;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Services;

/// <summary>The patient of a call as far as the data say, or the problem that keeps a service from answering.</summary>
/// <param name="Facts">Facts; null when there is a problem.</param>
/// <param name="CodeSystems">Code systems that the request's own data use.</param>
/// <param name="Incomplete">Prefetch keys that were not read completely.</param>
/// <param name="Problem">The problem, or null.</param>
internal sealed record PatientData(PatientFacts? Facts, CodeSystemsInUse CodeSystems, IReadOnlyList<PrefetchValue> Incomplete, RequestProblem? Problem)
{
    /// <summary>Nothing that could be used.</summary>
    public static PatientData Refused(RequestProblem problem) => new(null, CodeSystemsInUse.None, [], problem);
}
