using Cds.FhirMapping.Values;
using Cds.Knowledge.Values;

namespace Cds.FhirMapping.Cytogenetics;

/// <summary>What a text or a variant says about one abnormality.</summary>
/// <param name="FactId">Fact id of the abnormality.</param>
/// <param name="Answer">Present, absent, or undecided; none when only <paramref name="Share"/> is known.</param>
/// <param name="Share">Share of cells in percent that stands with it, left to the cut-off of the fact; a range where the text gives a range or bound.</param>
internal readonly record struct CytogeneticFinding(string FactId, Answer Answer, ValueRange? Share = null)
{
    /// <summary>The share of cells when it is one number and the only answer.</summary>
    public decimal? Percent => Answer == Answer.None ? Share?.Exact : null;
}
