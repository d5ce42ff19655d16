namespace Cds.FhirMapping.Values;

/// <summary>A value of a fact as read, with what came beside it.</summary>
/// <param name="Value">The value in the canonical unit or code.</param>
/// <param name="Limits">Reference limits of the result.</param>
/// <param name="Original">The value as sent, when it was converted.</param>
internal sealed record ReadValue(FactValue Value, ReferenceLimits? Limits = null, string? Original = null);
