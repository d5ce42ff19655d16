using System.Diagnostics;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.FhirAccess;
using Cds.CdsHooks.Outbound;
using Cds.CdsHooks.Telemetry;

namespace Cds.CdsHooks.Data;

/// <summary>
/// Runs the queries of prefetch keys at one FHIR server, Medications behind references included: in parallel, within one budget of time. What cannot be had stays as it was and is
/// therefore unknown to the rules; a failed prefetch (OperationOutcome) is not tried again.
/// </summary>
internal sealed class PrefetchQueries(
    FhirClient client, PagedSearch paging, ReferencedMedications medications, TimeProvider time, IOptions<CdsOptions> options, ServiceMetrics metrics, ILogger<PrefetchQueries> logger)
{
    private readonly FhirAccessOptions _options = options.Value.FhirAccess;

    /// <summary>Whether a value is fetched: it was not sent, or cannot be used, or goes on behind its first page.</summary>
    public static bool IsWanted(PrefetchValue value) => value.State is PrefetchState.NotSent or PrefetchState.Unusable || HasMorePages(value);

    /// <summary>Completes values.</summary>
    /// <param name="values">What is there, key by key.</param>
    /// <param name="question">Where to look, and for whom.</param>
    /// <param name="clientGone">Cancelled when nobody waits any more.</param>
    public async Task<IReadOnlyList<PrefetchValue>> CompleteAsync(IReadOnlyList<PrefetchValue> values, FhirQuestion question, CancellationToken clientGone)
    {
        using var budget = new CancellationTokenSource(_options.Budget, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, clientGone);
        long deadline = time.GetTimestamp() + (long)(_options.Budget.TotalSeconds * time.TimestampFrequency);
        var call = new FhirCall(question.Server, question.Authorization, deadline, new ByteAllowance(_options.MaxTotalBytes), linked.Token, clientGone);
        using var places = new SemaphoreSlim(_options.Parallel);
        PrefetchValue[] completed = await Task.WhenAll(values.Select(value => IsWanted(value) ? CompleteAsync(value, question, call, places) : Task.FromResult(value)));
        return await medications.AddAsync(completed, question, call, places);
    }

    /// <summary>Whether a result that was sent is the first page of several.</summary>
    private static bool HasMorePages(PrefetchValue value) => value is { Template.IsRead: false, Resource: { } sent } && PagedSearch.Next(sent) is not null;

    private async Task<PrefetchValue> CompleteAsync(PrefetchValue value, FhirQuestion question, FhirCall call, SemaphoreSlim places)
    {
        long started = time.GetTimestamp();
        using Activity? span = metrics.StartFhirQuery(value.Template.ResourceType);
        (PrefetchValue completed, ReadFault fault) = await InTurnAsync(value, question, call, places);
        metrics.FhirQuery(span, value.Template.ResourceType, fault, time.GetElapsedTime(started));
        if (fault != ReadFault.None) logger.FhirQueryFailed(value.Template.Key, question.Id, call.Server.Host, fault);
        return completed;
    }

    private async Task<(PrefetchValue Value, ReadFault Fault)> InTurnAsync(PrefetchValue value, FhirQuestion question, FhirCall call, SemaphoreSlim places)
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
            FhirAnswer answer = await ReadAsync(value, question, call);
            return (Judge(value, answer, scope), answer.Fault);
        }
        finally
        {
            places.Release();
        }
    }

    private async Task<FhirAnswer> ReadAsync(PrefetchValue value, FhirQuestion question, FhirCall call)
    {
        if (value.Resource is { } sent) return await paging.CompleteAsync(sent, call);
        if (FhirQuery.Fill(value.Template.Query, question.Context) is not { } query) return FhirAnswer.Without(ReadFault.ContextIncomplete);
        FhirAttempt attempt = await client.QueryAsync(query, call);
        if (attempt.Fault != ReadFault.None) return FhirAnswer.Without(attempt.Fault);
        if (attempt.Body.Text("resourceType") != value.Template.AnswerType) return FhirAnswer.Without(ReadFault.NotTheResource);
        return value.Template.IsRead ? new FhirAnswer(attempt.Body, ReadFault.None) : await paging.CompleteAsync(attempt.Body, call);
    }

    private static PrefetchValue Judge(PrefetchValue value, FhirAnswer answer, ScopeAnswer scope)
    {
        if (!answer.HasResource) return value;
        return value with { State = scope == ScopeAnswer.Restricted ? PrefetchState.Restricted : PrefetchState.Read, Resource = answer.Resource };
    }
}
