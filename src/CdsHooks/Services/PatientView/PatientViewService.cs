using System.Text.Json;
using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Errors;
using Cds.CdsHooks.Localization;
using Cds.CdsHooks.Prefetch;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge;
using Cds.Knowledge.Evaluation;

namespace Cds.CdsHooks.Services.PatientView;

/// <summary>The service <c>myeloma-patient-view</c>: what the documents say of the patient whose chart is opened.</summary>
internal sealed class PatientViewService(CodeMap codes, PatientDataReader reader, Assessor assessor, CardComposer composer) : ICdsService
{
    public ServiceDefinition Definition { get; } = new(
        "myeloma-patient-view",
        "patient-view",
        ServicePhrases.PatientViewTitle,
        ServicePhrases.PatientViewDescription,
        ServicePhrases.PatientViewRequirements,
        PrefetchTemplates.PatientView(codes, assessor.Knowledge));

    public RequestProblem? CheckContext(JsonElement context) => HookContext.CheckPatientAndUser(context);

    public ValueTask<HookAnswer> AnswerAsync(HookCall call, CancellationToken cancellation) => ValueTask.FromResult(Answer(call));

    private HookAnswer Answer(HookCall call)
    {
        PatientData data = reader.Read(call);
        if (data.Facts is not { } facts) return HookAnswer.Refused(data.Problem!);
        Assessment assessment = assessor.Assess(facts, call.AsOf);
        var context = new CardContext(assessment, facts, data.CodeSystems, call.AsOf, call.Language, call.BaseUrl) { Incomplete = data.Incomplete };
        return HookAnswer.Of(composer.Compose(context), assessment.Notes);
    }
}
