namespace Cds.FhirValidation;

/// <summary>A FHIR document to try a reader on.</summary>
/// <param name="Name">Where it comes from: unique, the same in every run.</param>
/// <param name="Json">Its JSON in UTF-8: a resource, mostly a Bundle.</param>
public sealed record FhirExample(string Name, ReadOnlyMemory<byte> Json);
