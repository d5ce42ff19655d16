using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>
/// The difference of the free light chains through the current line of therapy, mg/L. The chain involved before the line stays the involved one, so that a
/// difference near zero has its sign.
/// </summary>
internal abstract class FollowedLightChains(string id) : DerivedFact(id)
{
    public override FactReading Read(PatientContext patient, FactTime at)
    {
        if (patient.Therapy.Lines is not [.., { } line]) return FactReading.Unknown(Chains(patient));
        MarkerSeries series = MarkerSeries.FreeLightChainDifference(patient, line.Start);
        MarkerPoint? before = series.LatestBefore(line.Start, patient.Knowledge.Computations.Response.BaselineDays);
        MarkerPoint? now = series.Points.LastOrDefault(p => p.Day > line.Start && p.Day <= patient.AsOf.Day && p.Day >= patient.AsOf.Day.PlusDays(-patient.Knowledge.Computations.Response.NewestDays));
        return Read(patient, before, now);
    }

    /// <summary>What the two values give; either may be lacking.</summary>
    protected abstract FactReading Read(PatientContext patient, MarkerPoint? before, MarkerPoint? now);

    /// <summary>The difference on one day.</summary>
    protected FactReading On(PatientContext patient, MarkerPoint? point) =>
        point is null ? FactReading.Unknown(Chains(patient)) : Computed(patient, point.Range, [.. point.Data]);

    /// <summary>Both chains: what is missing where there is no difference.</summary>
    protected static string[] Chains(PatientContext patient) => [patient.Fact(Computations.ComputedFact.Kappa), patient.Fact(Computations.ComputedFact.Lambda)];
}

/// <summary>The difference before the current line.</summary>
internal sealed class LightChainDifferenceBefore() : FollowedLightChains("flc-difference-before-line")
{
    protected override FactReading Read(PatientContext patient, MarkerPoint? before, MarkerPoint? now) => On(patient, before);
}

/// <summary>The newest difference of the current line.</summary>
internal sealed class LightChainDifferenceNow() : FollowedLightChains("flc-difference-in-line")
{
    protected override FactReading Read(PatientContext patient, MarkerPoint? before, MarkerPoint? now) => On(patient, now);
}

/// <summary>How far the difference fell in the current line, % of what it was before; a rise is negative.</summary>
internal sealed class LightChainDifferenceFall() : FollowedLightChains("flc-difference-fall")
{
    protected override FactReading Read(PatientContext patient, MarkerPoint? before, MarkerPoint? now) =>
        now?.GreatestFallFrom(before) is { } most && before is { AtLeast: > 0m }
            ? Computed(patient, new ValueRange(now.LeastFallFrom(before) * 100m, now.AtMost is not null, most * 100m, true), [.. before.Data, .. now.Data])
            : FactReading.Unknown(Chains(patient));
}

/// <summary>How far the newest difference of the current line lies above its lowest, %; none where the lowest is not above zero, of which there is no share.</summary>
internal sealed class LightChainDifferenceRise() : FollowedLightChains("flc-difference-rise")
{
    protected override FactReading Read(PatientContext patient, MarkerPoint? before, MarkerPoint? now)
    {
        if (now is null || patient.Therapy.Lines is not [.., { } line]) return FactReading.Unknown(Chains(patient));
        MarkerPoint lowest = MarkerSeries.FreeLightChainDifference(patient, line.Start).Points.Where(p => p.Day > line.Start && p.Day <= now.Day).MinBy(p => p.AtLeast) ?? now;
        return lowest is { AtLeast: > 0m and var low, AtMost: { } high }
            ? Computed(patient, new ValueRange((now.AtLeast - high) / high * 100m, true, (now.AtMost - low) / low * 100m, now.AtMost is not null), [.. lowest.Data, .. now.Data])
            : FactReading.Unknown(Chains(patient));
    }
}
