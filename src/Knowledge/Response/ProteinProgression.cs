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

    /// <summary>Progressions within one line, from its start to the day before the next one.</summary>
    public static IEnumerable<Progression> In(PatientContext patient, DateOnly lineStart, DateOnly lastDay)
    {
        MarkerSeries serum = MarkerSeries.Of(patient, "m-protein-serum");
        MarkerSeries urine = MarkerSeries.Of(patient, "m-protein-urine");
        foreach (Progression found in Rises(serum, lineStart, lastDay, IsSerumRise)) yield return found;
        foreach (Progression found in Rises(urine, lineStart, lastDay, (nadir, point, _) =>
            point.Value >= nadir.Value * RelativeRise && point.Value - nadir.Value >= UrineMinimumMilligramsPerDay)) yield return found;
        if (IsMeasurable(serum, urine, lineStart)) yield break;
        foreach (Progression found in Rises(MarkerSeries.FreeLightChainDifference(patient), lineStart, lastDay, (nadir, point, _) =>
            point.Value >= nadir.Value * RelativeRise && point.Value > nadir.Value && point.Involved >= InvolvedLightChainMinimumMilligramsPerLitre)) yield return found;
    }

    /// <summary>Whether the baseline of the line is measurable in serum or urine (jsh-2023 Table 5); then light chains do not count.</summary>
    private static bool IsMeasurable(MarkerSeries serum, MarkerSeries urine, DateOnly lineStart) =>
        serum.LatestBefore(lineStart, MeasurableDisease.BaselineDays)?.Value >= MeasurableDisease.Serum
        || urine.LatestBefore(lineStart, MeasurableDisease.BaselineDays)?.Value >= MeasurableDisease.Urine;

    /// <summary>A quarter over the lowest value and 0.5 g/dL; from a baseline of 5 g/dL on a rise of 1 g/dL is enough.</summary>
    private static bool IsSerumRise(MarkerPoint nadir, MarkerPoint point, MarkerPoint? baseline)
    {
        decimal rise = point.Value - nadir.Value;
        if (baseline?.Value >= SerumLargeBaselineGramsPerDecilitre && rise >= SerumLargeRiseGramsPerDecilitre) return true;
        return point.Value >= nadir.Value * RelativeRise && rise >= SerumMinimumGramsPerDecilitre;
    }

    private static IEnumerable<Progression> Rises(
        MarkerSeries series, DateOnly lineStart, DateOnly lastDay, Func<MarkerPoint, MarkerPoint, MarkerPoint?, bool> isRise)
    {
        MarkerPoint? baseline = series.LatestBefore(lineStart, MeasurableDisease.BaselineDays);
        MarkerPoint[] points = [.. series.Between(lineStart.AddDays(1), lastDay)];
        MarkerPoint? nadir = baseline;
        for (int i = 0; i < points.Length; i++)
        {
            if (nadir is not null && isRise(nadir, points[i], baseline) && i + 1 < points.Length && isRise(nadir, points[i + 1], baseline))
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
