namespace Cds.FhirMapping;

/// <summary>What reading a request gives: facts, or the problem that makes it unusable.</summary>
/// <param name="Facts">Facts of the one patient; null when <paramref name="Problem"/> is there.</param>
/// <param name="Problem">Why the request cannot be used; null when it can.</param>
/// <param name="CodeSystems">Code systems that the data use, for writing orders in the same ones.</param>
public sealed record PatientFactsReading(PatientFacts? Facts, FhirProblem? Problem, CodeSystemsInUse CodeSystems)
{
    /// <summary>
    /// Keys of the parts of a prefetch that do not say all that the record says: not obtained, not readable, or with fewer results than were found. The one judgement of it,
    /// which the history that is known rests on too.
    /// </summary>
    public IReadOnlyList<string> IncompleteParts { get; init; } = [];
}
