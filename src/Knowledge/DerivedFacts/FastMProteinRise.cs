using Cds.Knowledge.Response;

namespace Cds.Knowledge.DerivedFacts;

/// <summary>
/// The marker that is followed rises fast: by a multiple, or by an amount, in two months (the relapse algorithm names the fast rise; the figures are those of
/// the IMWG, 2011). The last two values are taken whatever their distance, and the rise between them is reckoned to that time as if it were steady.
/// </summary>
internal sealed class FastMProteinRise() : DerivedFact("m-protein-fast-rise")
{
    public override IReadOnlyList<LimitGroup> Limits => [LimitGroup.FastRise, .. LimitGroups.Course];

    public override FactReading Read(PatientContext patient, FactTime at)
    {
        DerivedLimits limits = patient.Knowledge.Computations.Derived;
        LineMarkers? markers = patient.Therapy.Lines is [.., { } line] ? LineMarkers.Of(patient, line.Start) : null;
        return markers switch
        {
            { IsSerumMeasurable: false, IsUrineMeasurable: true } => Judge(markers.Urine, ComputedFact.UrineProtein, p => p.Value, limits.FastRiseUrine),
            { IsLightChainMeasurable: true } => Judge(markers.LightChains, ComputedFact.Kappa, p => p.Involved ?? p.Value, limits.FastRiseLightChain),
            _ => Judge(MarkerSeries.Of(patient, patient.Fact(ComputedFact.SerumProtein)), ComputedFact.SerumProtein, p => p.Value, limits.FastRiseAmount),
        };

        FactReading Judge(MarkerSeries series, ComputedFact fact, Func<MarkerPoint, decimal> value, Threshold amount)
        {
            if (series.Points is not [.., var older, var latest]) return FactReading.Unknown(patient.Fact(fact));
            decimal rise = (value(latest) - value(older)) * limits.FastRiseDays / (latest.Day.DayNumber - older.Day.DayNumber);
            bool counts = latest.Ratio is not { } ratio || !patient.Knowledge.Computations.LightChains.IsNormal(ratio);
            bool fast = counts && (amount.IsMetBy(rise) || (value(older) > 0m && limits.FastRiseTimes.IsMetBy((value(older) + rise) / value(older))));
            return Computed(patient, new PresenceValue(fast), [.. older.Data, .. latest.Data]);
        }
    }
}
