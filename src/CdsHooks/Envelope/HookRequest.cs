namespace Cds.CdsHooks.Envelope;

/// <summary>The envelope of a CDS Hooks call. Values are views into the request body and live as long as it.</summary>
/// <param name="Body">The body that the envelope was read from.</param>
/// <param name="HookInstance">Id of this invocation; the correlation id of the logs.</param>
/// <param name="Context">Context of the hook, checked by the service.</param>
/// <param name="Prefetch">The prefetch object; undefined when none was sent.</param>
/// <param name="FhirServer">Base URL of the client's FHIR server, if given.</param>
internal sealed record HookRequest(JsonBody Body, Guid HookInstance, JsonElement Context, JsonElement Prefetch, Uri? FhirServer)
{
    /// <summary>What may be read on that server; null when nothing, or nothing that can be used, was granted.</summary>
    public FhirAuthorization? FhirAuthorization { get; init; }

    /// <summary>Who looks at it.</summary>
    public string UserId => Context.GetProperty("userId").GetString()!;

    /// <summary>The patient whose chart is open.</summary>
    public string PatientId => Context.GetProperty("patientId").GetString()!;
}
