namespace Cds.CdsHooks.Envelope;

/// <summary>A call of a CDS service (CDS Hooks 2.0.1).</summary>
public sealed record WireHookRequest
{
    /// <summary>Name of the hook.</summary>
    public required string Hook { get; init; }

    /// <summary>UUID of this call.</summary>
    public required Guid HookInstance { get; init; }

    /// <summary>Context of the hook: <c>userId</c>, <c>patientId</c>; for orders <c>draftOrders</c> and, for order-select, <c>selections</c>.</summary>
    public required JsonElement Context { get; init; }

    /// <summary>FHIR resources, Bundles or null by the keys that discovery lists.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Prefetch { get; init; }

    /// <summary>FHIR server to read from what is not prefetched; it has to be allowed by configuration.</summary>
    public string? FhirServer { get; init; }

    /// <summary>Access to that server: <c>access_token</c>, <c>token_type</c>, <c>expires_in</c>, <c>scope</c>, <c>subject</c>, <c>patient</c>.</summary>
    public JsonElement? FhirAuthorization { get; init; }

    /// <summary>Ignored.</summary>
    public JsonElement? Extension { get; init; }
}
