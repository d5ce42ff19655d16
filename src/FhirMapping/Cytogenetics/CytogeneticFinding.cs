using Cds.FhirMapping.Values;

namespace Cds.FhirMapping.Cytogenetics;

/// <summary>What a text or a variant says about one abnormality.</summary>
/// <param name="FactId">Fact id of the abnormality.</param>
/// <param name="Answer">Present, absent, or undecided; none when only <paramref name="Percent"/> is known.</param>
/// <param name="Percent">Share of cells, left to the cut-off of the fact.</param>
internal readonly record struct CytogeneticFinding(string FactId, Answer Answer, decimal? Percent = null);
