using System.Text.Json;
using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Errors;
using Cds.FhirMapping;
using Cds.FhirMapping.Reading;
using Cds.Knowledge;
using Cds.Knowledge.Evaluation;

namespace Cds.CdsHooks.Services.Orders;

/// <summary>What the two order hooks share: the drafts are judged against the patient; they differ in which drafts they judge.</summary>
internal abstract class OrderService(PatientDataReader reader, Assessor assessor, OrderCardComposer composer) : ICdsService
{
    /// <inheritdoc />
    public abstract ServiceDefinition Definition { get; }

    /// <summary>Whether the hook says which orders were just picked; otherwise all of them are judged.</summary>
    protected abstract bool HasSelections { get; }

    /// <inheritdoc />
    public RequestProblem? CheckContext(JsonElement context) => OrderContext.Check(context, HasSelections);

    /// <inheritdoc />
    public ValueTask<HookAnswer> AnswerAsync(HookCall call, CancellationToken cancellation) => ValueTask.FromResult(Answer(call));

    private HookAnswer Answer(HookCall call)
    {
        DraftOrderBundle drafts = OrderContext.Read(call.Request, HasSelections);
        PatientData data = reader.Read(call, drafts);
        if (data.Facts is not { } facts) return HookAnswer.Refused(data.Problem!);
        Assessment assessment = assessor.JudgeOrders(facts, call.AsOf);
        var context = new CardContext(assessment, facts, data.CodeSystems, call.AsOf, call.Language, call.BaseUrl) { Incomplete = data.Incomplete, Drafts = drafts };
        return HookAnswer.Of(composer.Compose(context), assessment.Notes);
    }
}
