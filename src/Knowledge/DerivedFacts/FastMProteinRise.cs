using Cds.Knowledge.Computations;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Response;

namespace Cds.Knowledge.DerivedFacts;

/// <summary>
/// M-protein up by a multiple, or by an amount, within a short time (the relapse algorithm names the fast rise; the figures are those of the IMWG, 2011).
/// </summary>
internal sealed class FastMProteinRise() : DerivedFact("m-protein-fast-rise")
{
    public override FactReading Read(PatientContext patient, FactTime at)
    {
        DerivedLimits limits = patient.Knowledge.Computations.Derived;
        IReadOnlyList<MarkerPoint> points = MarkerSeries.Of(patient, "m-protein-serum").Points;
        if (points.Count < 2) return FactReading.Unknown("m-protein-serum");
        MarkerPoint latest = points[^1];
        MarkerPoint[] earlier = [.. points.Where(p => p.Day < latest.Day && p.Day >= latest.Day.AddMonths(-limits.FastRiseMonths))];
        if (earlier.Length == 0) return FactReading.Unknown("m-protein-serum");
        MarkerPoint lowest = earlier.MinBy(p => p.Value)!;
        bool fast = limits.FastRiseAmount.IsMetBy(latest.Value - lowest.Value) || (lowest.Value > 0m && limits.FastRiseTimes.IsMetBy(latest.Value / lowest.Value));
        return Computed(patient, new PresenceValue(fast), [lowest.Basis, latest.Basis]);
    }
}
