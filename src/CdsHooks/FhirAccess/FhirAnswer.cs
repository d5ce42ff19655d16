namespace Cds.CdsHooks.FhirAccess;

/// <summary>What a query gave: a resource, or why there is none.</summary>
/// <param name="Resource">The resource or Bundle; undefined when there is none.</param>
/// <param name="Fault">Why it is not there, or not all of it.</param>
internal readonly record struct FhirAnswer(JsonElement Resource, ReadFault Fault)
{
    /// <summary>Whether there is something to read.</summary>
    public bool HasResource => Resource.ValueKind == JsonValueKind.Object;

    /// <summary>No resource.</summary>
    public static FhirAnswer Without(ReadFault fault) => new(default, fault);
}
