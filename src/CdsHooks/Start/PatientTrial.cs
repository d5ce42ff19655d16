using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Errors;
using Cds.FhirMapping;
using Cds.Knowledge;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Start;

/// <summary>What trying a patient gave.</summary>
/// <param name="Cards">The cards.</param>
/// <param name="Problem">Why there are none, or null.</param>
internal sealed record TrialAnswer(IReadOnlyList<Card> Cards, RequestProblem? Problem)
{
    /// <summary>No answer.</summary>
    public static TrialAnswer Refused(RequestProblem problem) => new([], problem);
}

/// <summary>The cards of a Bundle, as the hook <c>patient-view</c> composes them. Nothing is stored and nothing kept back.</summary>
internal sealed class PatientTrial(PatientFactsReader reader, Assessor assessor, CardComposer composer)
{
    /// <summary>Composes the cards.</summary>
    /// <param name="bundle">A FHIR Bundle with exactly one Patient.</param>
    /// <param name="asOf">The moment asked about.</param>
    /// <param name="language">Language of the cards.</param>
    /// <param name="baseUrl">Address of this service in links.</param>
    public TrialAnswer Answer(ReadOnlyMemory<byte> bundle, AsOf asOf, Language language, string baseUrl)
    {
        PatientFactsReading reading = reader.ReadBundle(bundle);
        if (reading.Facts is not { } facts)
            return TrialAnswer.Refused(new RequestProblem(ProblemKind.InvalidResource, reading.Problem!.Text, reading.Problem.Path));
        return new(composer.Compose(new CardContext(assessor.Assess(facts, asOf), facts, reading.CodeSystems, asOf, language, baseUrl)), null);
    }
}
