using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>Rise of the current creatinine over the lowest value in the days before it, in percent; zero when it fell.</summary>
internal sealed class CreatinineRise() : DerivedFact("creatinine-rise-30-days")
{
    public override FactReading Read(PatientContext patient, FactTime at)
    {
        int days = patient.Knowledge.Computations.Derived.CreatinineRiseDays;
        IReadOnlyList<ObservedFact> series = [.. patient.Series("creatinine").Where(o => o.Date.IsOneDay && o.Value is QuantityValue { Range.IsExact: true })];
        if (series.Count == 0) return FactReading.Unknown(Id);
        ObservedFact latest = series[^1];
        if (latest.Date.LatestDay < patient.AsOf.Day.PlusDays(-days)) return FactReading.Unknown(Id);
        ObservedFact? lowest = series
            .Where(o => o.Date.LatestDay < latest.Date.LatestDay && o.Date.LatestDay >= latest.Date.LatestDay.PlusDays(-days))
            .MinBy(ValueOf);
        if (lowest is null || ValueOf(lowest) <= 0m) return FactReading.Unknown(Id);
        decimal rise = Math.Max(0m, (ValueOf(latest) - ValueOf(lowest)) / ValueOf(lowest) * 100m);
        return Computed(patient, ValueRange.Exactly(rise), [patient.BasisOf(lowest), patient.BasisOf(latest)]);
    }

    private static decimal ValueOf(ObservedFact observed) => ((QuantityValue)observed.Value).Range.Exact!.Value;
}
