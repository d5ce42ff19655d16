using System.Diagnostics;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Outbound;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Telemetry;
using Cds.CdsHooks.Trust;
using Cds.CdsHooks.FhirAccess;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Data;

/// <summary>
/// Fetches what a client did not prefetch, Medications behind references included: only what is missing, in parallel, within one budget of time. What cannot be had stays as it was and
/// is therefore unknown to the rules; a failed prefetch (OperationOutcome) is not tried again.
/// </summary>
internal sealed class MissingPrefetch(
    FhirServerList servers, FhirClient client, PagedSearch paging, ReferencedMedications medications, TimeProvider time, IOptions<CdsOptions> options, ServiceMetrics metrics, ILogger<MissingPrefetch> logger)
{
    private readonly FhirAccessOptions _options = options.Value.FhirAccess;

    /// <summary>Completes the values of a call.</summary>
    /// <param name="sent">What the client sent, judged key by key.</param>
    /// <param name="request">The call.</param>
    /// <param name="caller">Who calls; null when nobody has to sign in.</param>
    /// <param name="clientGone">Cancelled when the client goes away.</param>
    public async Task<IReadOnlyList<PrefetchValue>> CompleteAsync(
        IReadOnlyList<PrefetchValue> sent, HookRequest request, CallingClient? caller, CancellationToken clientGone)
    {
        bool needsMedications = request.FhirServer is { } named && MedicationReferences.Missing(sent, request.Context, named).Count > 0;
        if (!needsMedications && !sent.Any(IsWanted)) return sent;
        ReadFault refusal = Refusal(request, caller);
        if (refusal != ReadFault.None)
        {
            if (refusal != ReadFault.NoAccessGiven) logger.FhirAccessRefused(request.HookInstance, refusal, request.FhirServer?.Host ?? "");
            return sent;
        }

        using var budget = new CancellationTokenSource(_options.Budget, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, clientGone);
        long deadline = time.GetTimestamp() + (long)(_options.Budget.TotalSeconds * time.TimestampFrequency);
        var call = new FhirCall(request.FhirServer!, request.FhirAuthorization!, deadline, new ByteAllowance(_options.MaxTotalBytes), linked.Token, clientGone);
        using var places = new SemaphoreSlim(_options.Parallel);
        PrefetchValue[] completed = await Task.WhenAll(sent.Select(value => IsWanted(value) ? CompleteAsync(value, request, call, places) : Task.FromResult(value)));
        return await medications.AddAsync(completed, request, call, places);
    }

    private static bool IsWanted(PrefetchValue value) => value.State is PrefetchState.NotSent or PrefetchState.Unusable || HasMorePages(value);

    /// <summary>Whether a result that was sent is the first page of several.</summary>
    private static bool HasMorePages(PrefetchValue value) => value is { Template.IsRead: false, Resource: { } sent } && PagedSearch.Next(sent) is not null;

    private ReadFault Refusal(HookRequest request, CallingClient? caller)
    {
        if (request.FhirServer is not { } server || request.FhirAuthorization is not { } authorization) return ReadFault.NoAccessGiven;
        if (authorization.PatientId is { } patient && patient != request.PatientId) return ReadFault.OtherPatient;
        return servers.Allows(server, caller) ? ReadFault.None : ReadFault.ServerNotAllowed;
    }

    private async Task<PrefetchValue> CompleteAsync(PrefetchValue value, HookRequest request, FhirCall call, SemaphoreSlim places)
    {
        long started = time.GetTimestamp();
        using Activity? span = metrics.StartFhirQuery(value.Template.ResourceType);
        (PrefetchValue completed, ReadFault fault) = await InTurnAsync(value, request, call, places);
        metrics.FhirQuery(span, value.Template.ResourceType, fault, time.GetElapsedTime(started));
        if (fault != ReadFault.None) logger.FhirQueryFailed(value.Template.Key, request.HookInstance, call.Server.Host, fault);
        return completed;
    }

    private async Task<(PrefetchValue Value, ReadFault Fault)> InTurnAsync(PrefetchValue value, HookRequest request, FhirCall call, SemaphoreSlim places)
    {
        PrefetchTemplate template = value.Template;
        ScopeAnswer scope = template.IsRead ? call.Authorization.Scopes.ForRead(template.ResourceType) : call.Authorization.Scopes.ForSearch(template.ResourceType);
        if (scope == ScopeAnswer.Refused) return (value, ReadFault.OutOfScope);
        try
        {
            await places.WaitAsync(call.Cancellation);
        }
        catch (OperationCanceledException) when (!call.ClientGone.IsCancellationRequested)
        {
            return (value, ReadFault.OutOfTime);
        }

        try
        {
            FhirAnswer answer = await ReadAsync(value, request, call);
            return (Judge(value, answer, scope), answer.Fault);
        }
        finally
        {
            places.Release();
        }
    }

    private async Task<FhirAnswer> ReadAsync(PrefetchValue value, HookRequest request, FhirCall call)
    {
        if (value.Resource is { } sent) return await paging.CompleteAsync(sent, call);
        if (FhirQuery.Fill(value.Template.Query, request.Context) is not { } query) return FhirAnswer.Without(ReadFault.ContextIncomplete);
        FhirAttempt attempt = await client.QueryAsync(query, call);
        if (attempt.Fault != ReadFault.None) return FhirAnswer.Without(attempt.Fault);
        if (PrefetchReader.TypeOf(attempt.Body) != value.Template.AnswerType) return FhirAnswer.Without(ReadFault.NotTheResource);
        return value.Template.IsRead ? new FhirAnswer(attempt.Body, ReadFault.None) : await paging.CompleteAsync(attempt.Body, call);
    }

    private static PrefetchValue Judge(PrefetchValue value, FhirAnswer answer, ScopeAnswer scope)
    {
        if (!answer.HasResource) return value;
        return value with { State = scope == ScopeAnswer.Restricted ? PrefetchState.Restricted : PrefetchState.Read, Resource = answer.Resource };
    }
}
