using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.FhirAccess;
using Cds.CdsHooks.Telemetry;
using Cds.CdsHooks.Trust;

namespace Cds.CdsHooks.Data;

/// <summary>Fetches what a client did not prefetch, if it gave access to a FHIR server that it may name: only what is missing.</summary>
internal sealed class MissingPrefetch(FhirServerList servers, PrefetchQueries queries, ILogger<MissingPrefetch> logger)
{
    /// <summary>Completes the values of a call.</summary>
    /// <param name="sent">What the client sent, judged key by key.</param>
    /// <param name="request">The call.</param>
    /// <param name="caller">Who calls; null when nobody has to sign in.</param>
    /// <param name="clientGone">Cancelled when the client goes away.</param>
    public async Task<IReadOnlyList<PrefetchValue>> CompleteAsync(
        IReadOnlyList<PrefetchValue> sent, HookRequest request, CallingClient? caller, CancellationToken clientGone)
    {
        bool needsMedications = request.FhirServer is { } named && MedicationReferences.Missing(sent, request.Context, named).Count > 0;
        if (!needsMedications && !sent.Any(PrefetchQueries.IsWanted)) return sent;
        ReadFault refusal = Refusal(request, caller);
        if (refusal == ReadFault.None)
            return await queries.CompleteAsync(sent, new FhirQuestion(request.HookInstance, request.FhirServer!, request.FhirAuthorization!, request.Context), clientGone);
        if (refusal != ReadFault.NoAccessGiven) logger.FhirAccessRefused(request.HookInstance, refusal, request.FhirServer?.Host ?? "");
        return sent;
    }

    private ReadFault Refusal(HookRequest request, CallingClient? caller)
    {
        if (request.FhirServer is not { } server || request.FhirAuthorization is not { } authorization) return ReadFault.NoAccessGiven;
        if (authorization.PatientId is { } patient && patient != request.PatientId) return ReadFault.OtherPatient;
        return servers.Allows(server, caller) ? ReadFault.None : ReadFault.ServerNotAllowed;
    }
}
