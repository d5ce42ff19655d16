namespace Cds.FhirMapping;

/// <summary>Why a request cannot be used at all. Single unusable data are notes instead.</summary>
/// <param name="Path">Where in the request, as a JSON path (<c>$.entry[3].resource</c>).</param>
/// <param name="Text">What is wrong.</param>
public sealed record FhirProblem(string Path, LocalizedText Text);
