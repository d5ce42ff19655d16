using System.Text.Json;

namespace Cds.CdsHooks.Description;

/// <summary>A FHIR R4 Bundle of any type with exactly one Patient.</summary>
/// <param name="ResourceType">Always <c>Bundle</c>.</param>
/// <param name="Type">Bundle type, for example <c>collection</c>.</param>
/// <param name="Entry">Resources of the patient.</param>
public sealed record BundleDescription(string ResourceType, string? Type, IReadOnlyList<BundleEntryDescription>? Entry);

/// <summary>An entry of a Bundle.</summary>
/// <param name="FullUrl">Address or URN of the resource.</param>
/// <param name="Resource">A FHIR R4 resource.</param>
public sealed record BundleEntryDescription(string? FullUrl, JsonElement Resource);
