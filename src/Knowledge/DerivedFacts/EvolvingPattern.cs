using Cds.Knowledge.Response;

namespace Cds.Knowledge.DerivedFacts;

/// <summary>
/// eMP (jsh-2023 MM-3 CQ2): M-protein up soon after diagnosis, or by more within the first year.
/// </summary>
internal sealed class EvolvingMProtein() : DerivedFact("evolving-m-protein")
{
    public override IReadOnlyList<LimitGroup> Limits => [LimitGroup.Evolving];

    public override FactReading Read(PatientContext patient, FactTime at)
    {
        DerivedLimits limits = patient.Knowledge.Computations.Derived;
        if (AfterDiagnosis.Of(patient, "m-protein-serum") is not var (diagnosed, first, later)) return FactReading.Unknown("m-protein-serum");
        MarkerPoint? rise = later.FirstOrDefault(p => first.AtMost is { } highest && IsRise(p, highest, p.AtLeast));
        if (rise is null && later.Any(p => (p.IsBound || first.IsBound) && (p.AtMost is not { } most || IsRise(p, first.AtLeast, most)))) return FactReading.Unknown("m-protein-serum");
        return Computed(patient, new PresenceValue(rise is not null), [first.Basis, (rise ?? later[^1]).Basis]);

        bool IsRise(MarkerPoint point, decimal from, decimal to) =>
            (point.Day <= diagnosed.PlusMonths(limits.EvolvingEarlyMonths) && limits.EvolvingEarlyRise.IsRise(from, to)) || limits.EvolvingRise.IsRise(from, to);
    }
}

/// <summary>eHb (jsh-2023 MM-3 CQ2): hemoglobin down within the first year.</summary>
internal sealed class EvolvingHemoglobin() : DerivedFact("evolving-hemoglobin")
{
    public override IReadOnlyList<LimitGroup> Limits => [LimitGroup.Evolving];

    public override FactReading Read(PatientContext patient, FactTime at)
    {
        DerivedLimits limits = patient.Knowledge.Computations.Derived;
        if (AfterDiagnosis.Of(patient, "hemoglobin") is not var (_, first, later)) return FactReading.Unknown("hemoglobin");
        MarkerPoint? fall = later.FirstOrDefault(p => limits.EvolvingHemoglobinFall.IsMetBy(first.AtLeast - p.AtMost));
        if (fall is null && later.Any(p => (p.IsBound || first.IsBound) && (first.AtMost is not { } highest || limits.EvolvingHemoglobinFall.IsMetBy(highest - p.AtLeast)))) return FactReading.Unknown("hemoglobin");
        return Computed(patient, new PresenceValue(fall is not null), [first.Basis, (fall ?? later[^1]).Basis]);
    }
}

/// <summary>
/// The value at diagnosis and those of the year that follows the diagnosis, which the source counts from; without a date of it the first value stands for it.
/// </summary>
internal static class AfterDiagnosis
{
    public static (DateOnly Diagnosed, MarkerPoint First, IReadOnlyList<MarkerPoint> Later)? Of(PatientContext patient, string factId)
    {
        DerivedLimits limits = patient.Knowledge.Computations.Derived;
        DateOnly? recorded = patient.Record.Conditions
            .Where(c => patient.Knowledge.Conditions[c.ConditionId].IsPlasmaCellDisorder && c.Since is { IsOneDay: true })
            .Min(c => (DateOnly?)c.Since!.Value.EarliestDay);
        IReadOnlyList<MarkerPoint> points = MarkerSeries.Of(patient, factId).Points;
        MarkerPoint? first = recorded is { } since
            ? points.Where(p => Math.Abs(p.Day.DayNumber - since.DayNumber) <= limits.DiagnosisDays).MinBy(p => Math.Abs(p.Day.DayNumber - since.DayNumber))
            : points.Count > 0 ? points[0] : null;
        if (first is null) return null;
        DateOnly diagnosed = recorded ?? first.Day;
        MarkerPoint[] later = [.. points.Where(p => p.Day > first.Day && p.Day <= diagnosed.PlusMonths(limits.EvolvingMonths))];
        return later.Length == 0 ? null : (diagnosed, first, later);
    }
}
