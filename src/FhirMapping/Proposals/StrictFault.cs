namespace Cds.FhirMapping.Proposals;

/// <summary>Something in a resource that FHIR does not allow.</summary>
/// <param name="Path">Where, for example <c>MedicationRequest.dosageInstruction[0].sequence</c>; empty when it has no place.</param>
/// <param name="Message">What, for developers.</param>
public sealed record StrictFault(string Path, string Message);
