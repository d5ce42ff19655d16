using System.Text.Json;

namespace Cds.CdsHooks.Services;

/// <summary>The envelope of a CDS Hooks call. Values are views into the request body and live as long as it.</summary>
/// <param name="HookInstance">Id of this invocation; the correlation id of the logs.</param>
/// <param name="Context">Context of the hook, checked by the service.</param>
/// <param name="Prefetch">The prefetch object; undefined when none was sent.</param>
/// <param name="FhirServer">Base URL of the client's FHIR server, if given.</param>
internal sealed record HookRequest(Guid HookInstance, JsonElement Context, JsonElement Prefetch, Uri? FhirServer)
{
    /// <summary>The patient whose chart is open.</summary>
    public string PatientId => Context.GetProperty("patientId").GetString()!;
}
