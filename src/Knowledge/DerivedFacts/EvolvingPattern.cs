using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Response;

namespace Cds.Knowledge.DerivedFacts;

/// <summary>
/// eMP (jsh-2023 MM-3 CQ2): M-protein up by 10 % or more within 6 months of diagnosis, or by 25 % or more within 12 months.
/// </summary>
internal sealed class EvolvingMProtein() : DerivedFact("evolving-m-protein")
{
    private const decimal RiseInSixMonths = 1.10m;
    private const decimal RiseInTwelveMonths = 1.25m;

    public override FactReading Read(PatientContext patient, FactTime at)
    {
        if (AfterDiagnosis.Of(patient, "m-protein-serum") is not var (first, later)) return FactReading.Unknown("m-protein-serum");
        MarkerPoint? rise = later.FirstOrDefault(p =>
            (p.Day <= first.Day.AddMonths(6) && p.Value >= first.Value * RiseInSixMonths)
            || (p.Day <= first.Day.AddMonths(12) && p.Value >= first.Value * RiseInTwelveMonths));
        return Computed(patient, new PresenceValue(rise is not null), [first.Basis, (rise ?? later[^1]).Basis]);
    }
}

/// <summary>eHb (jsh-2023 MM-3 CQ2): hemoglobin down by 0.5 g/dL or more within 12 months of diagnosis.</summary>
internal sealed class EvolvingHemoglobin() : DerivedFact("evolving-hemoglobin")
{
    private const decimal FallGramsPerDecilitre = 0.5m;

    public override FactReading Read(PatientContext patient, FactTime at)
    {
        if (AfterDiagnosis.Of(patient, "hemoglobin") is not var (first, later)) return FactReading.Unknown("hemoglobin");
        MarkerPoint? fall = later.FirstOrDefault(p => p.Day <= first.Day.AddMonths(12) && first.Value - p.Value >= FallGramsPerDecilitre);
        return Computed(patient, new PresenceValue(fall is not null), [first.Basis, (fall ?? later[^1]).Basis]);
    }
}

/// <summary>The value at diagnosis and those of the following year.</summary>
internal static class AfterDiagnosis
{
    private const int DiagnosisWindowDays = 90;

    public static (MarkerPoint First, IReadOnlyList<MarkerPoint> Later)? Of(PatientContext patient, string factId)
    {
        RecordedCondition? diagnosis = patient.Record.Conditions
            .Where(c => patient.Knowledge.Conditions[c.ConditionId].IsPlasmaCellDisorder && c.Since is { IsOneDay: true })
            .MinBy(c => c.Since!.Value.Earliest);
        IReadOnlyList<MarkerPoint> points = MarkerSeries.Of(patient, factId).Points;
        MarkerPoint? first = diagnosis?.Since is { } since
            ? points.Where(p => Math.Abs(p.Day.DayNumber - since.EarliestDay.DayNumber) <= DiagnosisWindowDays)
                .MinBy(p => Math.Abs(p.Day.DayNumber - since.EarliestDay.DayNumber))
            : points.Count > 0 ? points[0] : null;
        if (first is null) return null;
        MarkerPoint[] later = [.. points.Where(p => p.Day > first.Day && p.Day <= first.Day.AddMonths(12))];
        return later.Length == 0 ? null : (first, later);
    }
}
