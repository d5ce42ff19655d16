namespace Cds.Knowledge.Response;

/// <summary>
/// IMWG progression by the M-protein or the free light chains (jsh-2023 Table 6): a relative rise over the lowest value of the line with an
/// absolute minimum, seen in two consecutive assessments.
/// </summary>
internal static class ProteinProgression
{
    /// <summary>Progressions within one line by serum, urine or light chains, from its start to the day before the next one.</summary>
    public static IEnumerable<Progression> In(PatientContext patient, DateOnly lineStart, DateOnly lastDay)
    {
        LineMarkers markers = LineMarkers.Of(patient, lineStart);
        return Followed(patient.Knowledge.Computations.Progression, markers).SelectMany(marker => Rises(markers, marker.Series, marker.Baseline, lastDay, marker.IsRise));
    }

    /// <summary>Whether one of the latest two values of a marker of the line lies above the lowest one before them as a progression does.</summary>
    public static bool IsRising(PatientContext patient, LineMarkers markers) => Followed(patient.Knowledge.Computations.Progression, markers).Any(marker =>
    {
        IReadOnlyList<MarkerPoint> points = markers.FollowUp(marker.Series, patient.AsOf.Day);
        MarkerPoint? nadir = points.SkipLast(2).Concat(marker.Baseline is { } before ? [before] : []).MinBy(p => p.Value);
        return nadir is not null && points.TakeLast(2).Any(point => marker.IsRise(nadir, point, marker.Baseline));
    });

    /// <summary>The markers that can show a progression, each with what a rise of it is.</summary>
    private static IEnumerable<(MarkerSeries Series, MarkerPoint? Baseline, Func<MarkerPoint, MarkerPoint, MarkerPoint?, bool> IsRise)> Followed(ProgressionLimits limits, LineMarkers markers)
    {
        yield return (markers.Serum, markers.SerumBaseline, (nadir, point, baseline) => IsSerumRise(limits, nadir, point, baseline));
        yield return (markers.Urine, markers.UrineBaseline, (nadir, point, _) => limits.Rise.IsRise(nadir.Value, point.Value) && limits.UrineRise.IsMetBy(point.Value - nadir.Value));
        if (markers.IsSerumMeasurable || markers.IsUrineMeasurable) yield break;
        yield return (markers.LightChains, markers.LightChainBaseline, (nadir, point, _) =>
            limits.Rise.IsRise(nadir.Value, point.Value) && point.Value > nadir.Value && limits.LightChain.IsMetBy(point.Involved));
    }

    /// <summary>Progression by the marrow, which decides only where serum, urine and light chains cannot be followed.</summary>
    public static Progression? ByMarrow(ProgressionLimits limits, LineMarkers markers, DateOnly lastDay) => markers.IsKnownUnmeasurable
        ? Rises(markers, markers.Marrow, markers.MarrowBaseline, lastDay, (nadir, point, _) =>
            limits.Rise.IsRise(nadir.Value, point.Value) && limits.MarrowRise.IsMetBy(point.Value - nadir.Value)).FirstOrDefault()
        : null;

    /// <summary>A relative rise with its minimum; from a large baseline on the rise in g/dL is enough.</summary>
    private static bool IsSerumRise(ProgressionLimits limits, MarkerPoint nadir, MarkerPoint point, MarkerPoint? baseline)
    {
        decimal rise = point.Value - nadir.Value;
        if (limits.LargeSerumBaseline.IsMetBy(baseline?.Value) && limits.LargeSerumRise.IsMetBy(rise)) return true;
        return limits.Rise.IsRise(nadir.Value, point.Value) && limits.SerumRise.IsMetBy(rise);
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
