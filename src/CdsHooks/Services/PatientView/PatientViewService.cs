using System.Text.Json;
using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Errors;
using Cds.CdsHooks.Localization;
using Cds.CdsHooks.Prefetch;
using Cds.CdsHooks.Telemetry;
using Cds.FhirMapping;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Services.PatientView;

/// <summary>The service <c>myeloma-patient-view</c>: what the documents say of the patient whose chart is opened.</summary>
internal sealed class PatientViewService(
    CodeMap codes, PatientFactsReader reader, Assessor assessor, CardComposer composer, ILogger<PatientViewService> logger) : ICdsService
{
    public ServiceDefinition Definition { get; } = new(
        "myeloma-patient-view",
        "patient-view",
        ServicePhrases.PatientViewTitle,
        ServicePhrases.PatientViewDescription,
        ServicePhrases.PatientViewRequirements,
        PrefetchTemplates.PatientView(codes));

    public RequestProblem? CheckContext(JsonElement context) => HookContext.CheckPatientAndUser(context);

    public ValueTask<HookAnswer> AnswerAsync(HookCall call, CancellationToken cancellation) => ValueTask.FromResult(Answer(call));

    private HookAnswer Answer(HookCall call)
    {
        IReadOnlyList<PrefetchValue> prefetch = call.Prefetch;
        if (!CanBeHad(prefetch, "Patient") && !CanBeHad(prefetch, "Condition"))
            return HookAnswer.Refused(new RequestProblem(ProblemKind.MissingPatientData, Phrases.NeitherPatientNorCondition, "$.prefetch"));

        IReadOnlyList<PrefetchValue> incomplete = [.. prefetch.Where(value => !value.IsComplete)];
        foreach (PrefetchValue value in incomplete) logger.PrefetchIncomplete(value.Template.Key, call.Request.HookInstance, value.State.ToString());
        PatientFactsReading reading = reader.ReadPrefetch(call.Request.PatientId, [.. prefetch.Select(Part)]);
        if (reading.Facts is not { } facts)
        {
            FhirProblem fault = reading.Problem ?? throw new InvalidOperationException("A reading has facts or a problem.");
            return HookAnswer.Refused(new RequestProblem(ProblemKind.InvalidResource, fault.Text, fault.Path));
        }

        facts = facts with { KnownHistory = facts.KnownHistory & ~HistoryOf(incomplete) };
        Assessment assessment = assessor.Assess(facts, call.AsOf);
        var context = new CardContext(assessment, facts, reading.CodeSystems, call.AsOf, call.Language, call.BaseUrl) { Incomplete = incomplete };
        return HookAnswer.Of(composer.Compose(context), assessment.Notes);
    }

    private static bool CanBeHad(IReadOnlyList<PrefetchValue> values, string resourceType) =>
        values.Any(value => value.Template.ResourceType == resourceType && (value.Resource is not null || (value.IsComplete && !value.Template.IsRead)));

    private static PrefetchPart Part(PrefetchValue value) => new(value.Template.Key, value.Template.ResourceType, value.Resource, value.IsComplete);

    /// <summary>A history of which a part was not read completely says nothing about what it does not mention.</summary>
    private static RecordedHistory HistoryOf(IReadOnlyList<PrefetchValue> incomplete) =>
        incomplete.Aggregate(RecordedHistory.None, (history, value) => history | value.Template.ResourceType switch
        {
            "Condition" => RecordedHistory.Conditions,
            "Procedure" => RecordedHistory.Procedures,
            "AllergyIntolerance" => RecordedHistory.Allergies,
            "MedicationRequest" or "MedicationStatement" or "MedicationAdministration" or "MedicationDispense" => RecordedHistory.Medications,
            _ => RecordedHistory.None,
        });
}
