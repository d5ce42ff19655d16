using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Therapy;

namespace Cds.Knowledge.Response;

/// <summary>
/// IMWG progression by the M-protein or the free light chains (jsh-2023 Table 6): a rise of 25 % over the lowest value of the line with an
/// absolute minimum, seen in two consecutive assessments.
/// </summary>
internal static class ProteinProgression
{
    private const decimal RelativeRise = 1.25m;
    private const decimal SerumMinimumGramsPerDecilitre = 0.5m;
    private const decimal SerumLargeBaselineGramsPerDecilitre = 5m;
    private const decimal SerumLargeRiseGramsPerDecilitre = 1m;
    private const decimal UrineMinimumMilligramsPerDay = 200m;
    private const decimal InvolvedLightChainMinimumMilligramsPerLitre = 100m;
    private const decimal MarrowMinimumPercent = 10m;

    /// <summary>Progressions within one line by serum, urine or light chains, from its start to the day before the next one.</summary>
    public static IEnumerable<Progression> In(PatientContext patient, DateOnly lineStart, DateOnly lastDay)
    {
        LineMarkers markers = LineMarkers.Of(patient, lineStart);
        foreach (Progression found in Rises(markers, markers.Serum, markers.SerumBaseline, lastDay, IsSerumRise)) yield return found;
        foreach (Progression found in Rises(markers, markers.Urine, markers.UrineBaseline, lastDay, (nadir, point, _) =>
            point.Value >= nadir.Value * RelativeRise && point.Value - nadir.Value >= UrineMinimumMilligramsPerDay)) yield return found;
        if (markers.IsSerumMeasurable || markers.IsUrineMeasurable) yield break;
        foreach (Progression found in Rises(markers, markers.LightChains, markers.LightChainBaseline, lastDay, (nadir, point, _) =>
            point.Value >= nadir.Value * RelativeRise && point.Value > nadir.Value && point.Involved >= InvolvedLightChainMinimumMilligramsPerLitre)) yield return found;
    }

    /// <summary>Progression by the marrow, which decides only where serum, urine and light chains cannot be followed.</summary>
    public static Progression? ByMarrow(LineMarkers markers, DateOnly lastDay) => markers.IsKnownUnmeasurable
        ? Rises(markers, markers.Marrow, markers.MarrowBaseline, lastDay, (nadir, point, _) =>
            point.Value >= nadir.Value * RelativeRise && point.Value - nadir.Value >= MarrowMinimumPercent).FirstOrDefault()
        : null;

    /// <summary>A quarter over the lowest value and 0.5 g/dL; from a baseline of 5 g/dL on a rise of 1 g/dL is enough.</summary>
    private static bool IsSerumRise(MarkerPoint nadir, MarkerPoint point, MarkerPoint? baseline)
    {
        decimal rise = point.Value - nadir.Value;
        if (baseline?.Value >= SerumLargeBaselineGramsPerDecilitre && rise >= SerumLargeRiseGramsPerDecilitre) return true;
        return point.Value >= nadir.Value * RelativeRise && rise >= SerumMinimumGramsPerDecilitre;
    }

    private static IEnumerable<Progression> Rises(
        LineMarkers markers, MarkerSeries series, MarkerPoint? baseline, DateOnly lastDay, Func<MarkerPoint, MarkerPoint, MarkerPoint?, bool> isRise)
    {
        IReadOnlyList<MarkerPoint> points = markers.FollowUp(series, lastDay);
        MarkerPoint? nadir = baseline;
        for (int i = 0; i < points.Count; i++)
        {
            if (nadir is not null && isRise(nadir, points[i], baseline) && i + 1 < points.Count && isRise(nadir, points[i + 1], baseline))
            {
                yield return new Progression(points[i].Day, points[i].Basis with
                {
                    Comment = TherapyTexts.RisingSeries
                        .With("nadir", Text(nadir.Value)).With("nadirDate", nadir.Basis.Date ?? "")
                        .With("value", Text(points[i].Value)).With("confirmed", points[i + 1].Basis.Date ?? ""),
                    From = [nadir.Basis, points[i].Basis, points[i + 1].Basis],
                });
                yield break;
            }

            if (nadir is null || points[i].Value < nadir.Value) nadir = points[i];
        }
    }

    private static string Text(decimal value) => Values.ValueRange.Exactly(value).ToString();
}
