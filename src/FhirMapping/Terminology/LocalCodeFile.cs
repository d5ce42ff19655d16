namespace Cds.FhirMapping.Terminology;

/// <summary>A file with codes that only a site knows.</summary>
/// <param name="Path">Its name, for defects.</param>
/// <param name="Json">A FHIR R4 ValueSet or ConceptMap.</param>
public sealed record LocalCodeFile(string Path, string Json);
