namespace Cds.CdsHooks.Envelope;

/// <summary>A FHIR R4 Bundle of any type with exactly one Patient.</summary>
/// <param name="ResourceType">Always <c>Bundle</c>.</param>
/// <param name="Type">Bundle type, for example <c>collection</c>.</param>
/// <param name="Entry">Resources of the patient.</param>
public sealed record WireBundle(string ResourceType, string? Type, IReadOnlyList<WireBundleEntry>? Entry);
