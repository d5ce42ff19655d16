using Cds.Knowledge.Criteria;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Therapy;

/// <summary>A lower dose for some patients; it never raises the dose of a regimen.</summary>
/// <param name="When">Holds for those patients; unknown leaves the dose as it is.</param>
/// <param name="DoseAmount">Highest amount of one dose; null when the prescriber has to choose it.</param>
/// <param name="DoseUnit">UCUM unit of the amount.</param>
/// <param name="Text">Why and how, for the line that describes the order.</param>
/// <param name="Source">Where the lower dose comes from.</param>
public sealed record DoseAdjustment(Criterion When, decimal? DoseAmount, string? DoseUnit, LocalizedText Text, Citation Source);
