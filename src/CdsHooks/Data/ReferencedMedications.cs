using System.Diagnostics;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.FhirAccess;
using Cds.CdsHooks.Telemetry;

namespace Cds.CdsHooks.Data;

/// <summary>
/// Reads the Medications that drug records refer to and that were not sent along: without them nobody knows what was given. A bounded number, side by side,
/// within the budget of the call; what cannot be had leaves its record unidentified.
/// </summary>
internal sealed class ReferencedMedications(FhirClient client, TimeProvider time, IOptions<CdsOptions> options, ServiceMetrics metrics, ILogger<ReferencedMedications> logger)
{
    private static readonly PrefetchTemplate Template = new("medications", "Medication", "Medication") { IsOptional = true };

    private readonly int _most = options.Value.FhirAccess.MaxMedications;

    /// <summary>The Medications in one Bundle beside the other values; the same values when none was read.</summary>
    /// <param name="values">What was sent or fetched.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="call">The way to the server.</param>
    /// <param name="places">Places for queries that run side by side.</param>
    public async Task<IReadOnlyList<PrefetchValue>> AddAsync(IReadOnlyList<PrefetchValue> values, FhirQuestion question, FhirCall call, SemaphoreSlim places)
    {
        if (call.Authorization.Scopes.ForRead(Template.ResourceType) == ScopeAnswer.Refused) return values;
        IReadOnlyList<string> missing = MedicationReferences.Missing(values, question.Context, call.Server);
        JsonElement[] read = [.. (await Task.WhenAll(missing.Take(_most).Select(id => ReadAsync(id, question, call, places)))).OfType<JsonElement>()];
        return read.Length == 0 ? values : [.. values, new PrefetchValue(Template, PrefetchState.Read, Bundle(read))];
    }

    private async Task<JsonElement?> ReadAsync(string id, FhirQuestion question, FhirCall call, SemaphoreSlim places)
    {
        try
        {
            await places.WaitAsync(call.Cancellation);
        }
        catch (OperationCanceledException) when (!call.ClientGone.IsCancellationRequested)
        {
            return null;
        }

        long started = time.GetTimestamp();
        using Activity? span = metrics.StartFhirQuery(Template.ResourceType);
        try
        {
            FhirAttempt attempt = await client.QueryAsync(new FhirQuery($"{Template.ResourceType}/{id}", ""), call);
            ReadFault fault = attempt.Fault != ReadFault.None ? attempt.Fault : IsMedication(attempt.Body, id) ? ReadFault.None : ReadFault.NotTheResource;
            metrics.FhirQuery(span, Template.ResourceType, fault, time.GetElapsedTime(started));
            if (fault == ReadFault.None) return attempt.Body;
            logger.FhirQueryFailed(Template.Key, question.Id, call.Server.Host, fault);
            return null;
        }
        finally
        {
            places.Release();
        }
    }

    private static bool IsMedication(JsonElement body, string id) => body.Text("resourceType") == Template.ResourceType && body.Text("id") == id;

    private static JsonElement Bundle(IEnumerable<JsonElement> resources) => BundleJson.Parse(BundleJson.Write("collection", writer =>
    {
        foreach (JsonElement resource in resources) writer.WriteResource(resource);
    }));
}
