using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Validation;

/// <summary>One place of an input that is no valid FHIR R4.</summary>
/// <param name="Severity">How bad it is for whoever reads the input.</param>
/// <param name="Type">FHIR's kind of issue.</param>
/// <param name="Code">Code of the kind of fault: that of the FHIR library, or a word of this service.</param>
/// <param name="Path">FHIRPath of the place, from the Bundle on.</param>
/// <param name="Detail">What the FHIR library says, without values of the patient; null when it has nothing to add.</param>
internal sealed record InputIssue(OperationOutcome.IssueSeverity Severity, OperationOutcome.IssueType Type, string Code, string Path, string? Detail);
