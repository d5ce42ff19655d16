namespace Cds.CdsHooks.Envelope;

/// <summary>An entry of a Bundle.</summary>
/// <param name="FullUrl">Address or URN of the resource.</param>
/// <param name="Resource">A FHIR R4 resource.</param>
public sealed record WireBundleEntry(string? FullUrl, JsonElement Resource);
