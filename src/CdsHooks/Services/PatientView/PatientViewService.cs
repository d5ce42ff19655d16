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
        if (incomplete.Count > 0)
        {
            string keys = string.Join(", ", incomplete.Select(value => $"{value.Template.Key} {value.State}"));
            logger.PrefetchIncomplete(call.Request.HookInstance, incomplete.Count, keys);
        }

        PatientFactsReading reading = reader.ReadPrefetch(call.Request.PatientId, [.. prefetch.Select(Part)]);
        if (reading.Facts is not { } facts)
        {
            FhirProblem fault = reading.Problem ?? throw new InvalidOperationException("A reading has facts or a problem.");
            return HookAnswer.Refused(new RequestProblem(ProblemKind.InvalidResource, fault.Text, fault.Path));
        }

        Assessment assessment = assessor.Assess(facts, call.AsOf);
        var context = new CardContext(assessment, facts, reading.CodeSystems, call.AsOf, call.Language, call.BaseUrl) { Incomplete = incomplete };
        return HookAnswer.Of(composer.Compose(context), assessment.Notes);
    }

    private static bool CanBeHad(IReadOnlyList<PrefetchValue> values, string resourceType) =>
        values.Any(value => value.Template.ResourceType == resourceType && (value.Resource is not null || (value.IsComplete && !value.Template.IsRead)));

    /// <summary>A page of more is handed on as it is: what it holds counts, and the reader knows that it is not all.</summary>
    private static PrefetchPart Part(PrefetchValue value) =>
        new(value.Template.Key, value.Template.ResourceType, value.Resource, value.IsComplete || value.State == PrefetchState.Partial);
}
