using Cds.FhirMapping.Answers;
using Cds.FhirMapping.Values;

namespace Cds.FhirMapping.Cytogenetics;

/// <summary>What a text or a variant says about one abnormality.</summary>
/// <param name="FactId">Fact id of the abnormality.</param>
/// <param name="Answer">Present, absent, or undecided; none when only <paramref name="Share"/> is known.</param>
/// <param name="Share">Share of cells that stands with it, left to the cut-off.</param>
internal readonly record struct CytogeneticFinding(string FactId, Answer Answer, CellShare? Share = null);
