using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Response;

namespace Cds.Knowledge.DerivedFacts;

/// <summary>
/// M-protein doubled, or up by 1 g/dL, within 2 months (jsh-2023 algorithm 3: fast rise; the figures: Rajkumar, Blood 2011;117:4691-5).
/// </summary>
internal sealed class FastMProteinRise() : DerivedFact("m-protein-fast-rise")
{
    private const decimal AbsoluteRiseGramsPerDecilitre = 1m;
    private const int Months = 2;

    public override FactReading Read(PatientContext patient, FactTime at)
    {
        IReadOnlyList<MarkerPoint> points = MarkerSeries.Of(patient, "m-protein-serum").Points;
        if (points.Count < 2) return FactReading.Unknown("m-protein-serum");
        MarkerPoint latest = points[^1];
        MarkerPoint[] earlier = [.. points.Where(p => p.Day < latest.Day && p.Day >= latest.Day.AddMonths(-Months))];
        if (earlier.Length == 0) return FactReading.Unknown("m-protein-serum");
        MarkerPoint lowest = earlier.MinBy(p => p.Value)!;
        bool fast = latest.Value - lowest.Value >= AbsoluteRiseGramsPerDecilitre || (lowest.Value > 0m && latest.Value >= 2m * lowest.Value);
        return Computed(patient, new PresenceValue(fast), [lowest.Basis, latest.Basis]);
    }
}
