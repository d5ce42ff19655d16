using Cds.Knowledge.Computations;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>
/// The marker that is followed rises fast: by a multiple, or by an amount, in two months (the relapse algorithm names the fast rise; the figures are those of
/// the IMWG, 2011). The last two values are taken whatever their distance, and the rise between them is reckoned to that time as if it were steady.
/// </summary>
internal sealed class FastMProteinRise() : DerivedFact("m-protein-fast-rise")
{
    public override FactReading Read(PatientContext patient, FactTime at)
    {
        DerivedLimits limits = patient.Knowledge.Computations.Derived;
        LineMarkers? markers = patient.Therapy.Lines is [.., { } line] ? LineMarkers.Of(patient, line.Start) : null;
        return markers switch
        {
            { IsSerumMeasurable: false, IsUrineMeasurable: true } => Judge(markers.Urine, ComputedFact.UrineProtein, p => p, limits.FastRiseUrine),
            { IsLightChainMeasurable: true } => Judge(markers.LightChains, ComputedFact.Kappa, p => p.Involved ?? p, limits.FastRiseLightChain),
            _ => Judge(MarkerSeries.Of(patient, patient.Fact(ComputedFact.SerumProtein)), ComputedFact.SerumProtein, p => p, limits.FastRiseAmount),
        };

        FactReading Judge(MarkerSeries series, ComputedFact fact, Func<MarkerPoint, MarkerPoint> value, Threshold amount)
        {
            if (series.Points is not [.., var older, var latest]) return FactReading.Unknown(patient.Fact(fact));
            (MarkerPoint before, MarkerPoint now) = (value(older), value(latest));
            Truth abnormal = latest.Ratio is null ? Truth.True : patient.Knowledge.Computations.LightChains.IsNormal(latest.Ratios!.Value).Not();
            // Of a bound only what holds for all that the value may be is told.
            Truth rises = before.AtMost is { } highest && IsFast(highest, now.AtLeast) ? Truth.True
                : now.AtMost is { } most && !IsFast(before.AtLeast, most) ? Truth.False
                : Truth.Unknown;
            Truth fast = abnormal.And(rises);
            return fast == Truth.Unknown ? FactReading.Unknown(patient.Fact(fact)) : Computed(patient, new PresenceValue(fast == Truth.True), [.. older.Data, .. latest.Data]);

            bool IsFast(decimal from, decimal to)
            {
                decimal rise = (to - from) * limits.FastRiseDays / (latest.Day.DayNumber - older.Day.DayNumber);
                return amount.IsMetBy(rise) || (from > 0m && limits.FastRiseTimes.IsMetBy((from + rise) / from));
            }
        }
    }
}
