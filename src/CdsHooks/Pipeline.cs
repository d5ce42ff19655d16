using System.Collections.Frozen;
using System.Diagnostics;
using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Data;
using Cds.CdsHooks.Delivery;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Limits;
using Cds.CdsHooks.Services;
using Cds.CdsHooks.Telemetry;

namespace Cds.CdsHooks;

/// <summary>
/// The way of every question, in five steps, each a folder: envelope (what is asked), data (of whom), assessment (what the knowledge says), cards (how a clinician reads
/// it), delivery (what is shown, put on record and sent). A step that meets a problem ends the way. Read this file first.
/// </summary>
internal sealed class Pipeline(
    HookEnvelope hooks, BundleEnvelope bundles, PatientDataReader patients, Assessor assessor, CardComposer composer, DetailForm details, GuidanceDelivery guidance,
    AssessmentDelivery assessments, IEnumerable<ICdsService> services, WorkPlaces places, ServiceMetrics metrics, WorkMetrics work)
{
    private readonly FrozenDictionary<string, ICdsService> _services = services.ToFrozenDictionary(service => service.Definition.Id);

    /// <summary>Answers a hook call with cards.</summary>
    /// <param name="http">The call.</param>
    /// <param name="id">Id of the service that is called.</param>
    public async Task AnswerHookAsync(HttpContext http, string id)
    {
        ICdsService service = _services[id];
        Outcome<HookCall> envelope = await hooks.ReadAsync(http, service.Definition);
        if (envelope.Problem is { } problem)
        {
            await guidance.RefuseAsync(http, service.Definition, Guid.Empty, problem);
            return;
        }

        using HookCall call = envelope.Value;
        using Activity? span = metrics.StartHook(service.Definition.Hook, id);
        await guidance.DeliverAsync(http, call, await GuideAsync(service, call, http.RequestAborted), span);
    }

    /// <summary>Answers <c>/assessments</c> with all that the knowledge base says of the patient of a Bundle.</summary>
    public async Task AssessAsync(HttpContext http)
    {
        Outcome<BundleQuestion> envelope = await bundles.ReadAsync(http);
        if (envelope.Problem is { } unreadable)
        {
            await new ProblemAnswer(unreadable).ExecuteAsync(http);
            return;
        }

        using BundleQuestion question = envelope.Value;
        Outcome<PatientReading> patient = patients.Collect(question, http.RequestAborted);
        Outcome<Assessment> assessment = patient.Problem is { } unusable ? unusable : await places.DoAsync<Assessment>(
            () =>
            {
                Outcome<PatientData> data = patient.Value();
                if (data.Problem is { } unread) return unread;
                return work.Evaluate("assessments", () => assessor.AssessUnlessCancelled(data.Value.Facts, question.AsOf, http.RequestAborted));
            },
            http.RequestAborted);
        if (assessment.Problem is { } problem)
        {
            await new ProblemAnswer(problem).ExecuteAsync(http);
            return;
        }

        await assessments.DeliverAsync(http, question, assessment.Value);
    }

    /// <summary>The cards that patient-view would show of a Bundle, for the page on which a patient is tried: nothing is recorded and nothing kept back.</summary>
    /// <param name="bundle">What is to be a FHIR Bundle with exactly one Patient.</param>
    /// <param name="asOf">The moment asked about.</param>
    /// <param name="language">Language of the cards.</param>
    /// <param name="baseUrl">Address of this service in links.</param>
    /// <param name="cancellation">Cancelled when nobody waits for the page.</param>
    public ValueTask<Outcome<Card[]>> TryAsync(ReadOnlyMemory<byte> bundle, AsOf asOf, Language language, string baseUrl, CancellationToken cancellation) =>
        places.DoAsync(() => Try(bundle, asOf, language, baseUrl, cancellation), cancellation);

    private Outcome<Card[]> Try(ReadOnlyMemory<byte> bundle, AsOf asOf, Language language, string baseUrl, CancellationToken cancellation)
    {
        Outcome<PatientData> data = patients.ReadTried(bundle, cancellation);
        if (data.Problem is { } problem) return problem;
        Assessment assessment = work.Evaluate("try", () => assessor.AssessTruthFirst(data.Value.Facts, asOf, cancellation));
        return details.Write(composer.Compose(new CardContext(assessment, data.Value, asOf, language, baseUrl)), language);
    }

    private async ValueTask<Outcome<Guidance>> GuideAsync(ICdsService service, HookCall call, CancellationToken cancellation)
    {
        Outcome<PatientReading> patient = await patients.CollectAsync(call, service.Drafts(call.Request), cancellation);
        if (patient.Problem is { } unusable) return unusable;
        return await places.DoAsync<Guidance>(
            () =>
            {
                Outcome<PatientData> data = patient.Value();
                if (data.Problem is { } unread) return unread;
                Assessment assessment = work.Evaluate(service.Definition.Id, () => service.Assess(data.Value.Facts, call.AsOf, cancellation));
                return new Guidance(service.Compose(new CardContext(assessment, data.Value, call.AsOf, call.Language, call.BaseUrl)), data.Value.Facts.Notes.Count);
            },
            cancellation);
    }
}
