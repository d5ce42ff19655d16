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
        MarkerPoint? nadir = points.SkipLast(2).Concat(marker.Baseline is { } before ? [before] : []).MinBy(p => p.AtMost ?? decimal.MaxValue);
        return nadir is { AtMost: { } lowest } && points.TakeLast(2).Any(point => marker.IsRise(lowest, point.AtLeast, point.Involved?.AtLeast));
    });

    /// <summary>The markers of the line whose latest two values, of which a bound is known only ("&gt; 1000"), may both lie above the lowest one before them as a progression does.</summary>
    public static IReadOnlyList<string> MayBeRising(PatientContext patient, LineMarkers markers) => [.. Followed(patient.Knowledge.Computations.Progression, markers).Where(marker =>
    {
        IReadOnlyList<MarkerPoint> points = markers.FollowUp(marker.Series, patient.AsOf.Day);
        MarkerPoint[] latest = [.. points.TakeLast(2)];
        MarkerPoint? nadir = points.SkipLast(2).Concat(marker.Baseline is { } before ? [before] : []).MinBy(p => p.AtLeast);
        return latest.Length == 2 && nadir is not null && latest.Append(nadir).Any(p => p.IsBound)
            && latest.All(point => point.AtMost is not { } high || marker.IsRise(nadir.AtLeast, high, point.Involved is { } chain ? chain.AtMost ?? decimal.MaxValue : null));
    }).SelectMany(marker => marker.Facts).Select(patient.Fact)];

    /// <summary>The markers that can show a progression, each with what a rise of it is.</summary>
    private static IEnumerable<FollowedProtein> Followed(ProgressionLimits limits, LineMarkers markers)
    {
        yield return new(markers.Serum, markers.SerumBaseline, [ComputedFact.SerumProtein], (nadir, now, _) => IsSerumRise(limits, nadir, now, markers.SerumBaseline));
        yield return new(markers.Urine, markers.UrineBaseline, [ComputedFact.UrineProtein], (nadir, now, _) => limits.Rise.IsRise(nadir, now) && limits.UrineRise.IsMetBy(now - nadir));
        if (markers.IsSerumMeasurable || markers.IsUrineMeasurable) yield break;
        yield return new(markers.LightChains, markers.LightChainBaseline, [ComputedFact.Kappa, ComputedFact.Lambda], (nadir, now, involved) =>
            limits.Rise.IsRise(nadir, now) && now > nadir && limits.LightChain.IsMetBy(involved));
    }

    /// <summary>A protein that can show a progression.</summary>
    /// <param name="Series">Its values.</param>
    /// <param name="Baseline">The value before the line.</param>
    /// <param name="Facts">What is measured.</param>
    /// <param name="IsRise">Whether it rises from the first number to the second as a progression does; the third is the involved light chain.</param>
    private sealed record FollowedProtein(MarkerSeries Series, MarkerPoint? Baseline, IReadOnlyList<ComputedFact> Facts, Func<decimal, decimal, decimal?, bool> IsRise);

    /// <summary>Progression by the marrow, which decides only where serum, urine and light chains cannot be followed.</summary>
    public static Progression? ByMarrow(ProgressionLimits limits, LineMarkers markers, DateOnly lastDay) => markers.IsKnownUnmeasurable
        ? Rises(markers, markers.Marrow, markers.MarrowBaseline, lastDay, (nadir, now, _) =>
            limits.Rise.IsRise(nadir, now) && limits.MarrowRise.IsMetBy(now - nadir)).FirstOrDefault()
        : null;

    /// <summary>A relative rise with its minimum; from a large baseline on the rise in g/dL is enough.</summary>
    private static bool IsSerumRise(ProgressionLimits limits, decimal nadir, decimal now, MarkerPoint? baseline)
    {
        decimal rise = now - nadir;
        if (limits.LargeSerumBaseline.IsMetBy(baseline?.AtLeast) && limits.LargeSerumRise.IsMetBy(rise)) return true;
        return limits.Rise.IsRise(nadir, now) && limits.SerumRise.IsMetBy(rise);
    }

    private static IEnumerable<Progression> Rises(
        LineMarkers markers, MarkerSeries series, MarkerPoint? baseline, DateOnly lastDay, Func<decimal, decimal, decimal?, bool> isRise)
    {
        IReadOnlyList<MarkerPoint> points = markers.FollowUp(series, lastDay);
        MarkerPoint? nadir = baseline;
        for (int i = 0; i < points.Count; i++)
        {
            if (nadir is { AtMost: { } lowest } && IsProven(lowest, points[i]) && i + 1 < points.Count && IsProven(lowest, points[i + 1]))
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

            if (nadir?.AtMost is not { } least || points[i].AtMost < least) nadir = points[i];
        }

        bool IsProven(decimal lowest, MarkerPoint point) => isRise(lowest, point.AtLeast, point.Involved?.AtLeast);
    }

    private static string Text(decimal value) => Values.ValueRange.Exactly(value).ToString();
}
