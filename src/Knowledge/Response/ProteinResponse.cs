namespace Cds.Knowledge.Response;

/// <summary>
/// How far the markers of a line have fallen (jsh-2023 Tables 5 and 6). An assessment takes one value of each marker that was measurable at the
/// start of the line; one that was not measurable is asked for once.
/// </summary>
internal sealed class ProteinResponse
{
    private readonly PatientContext _patient;
    private readonly LineMarkers _markers;
    private readonly ResponseLimits _limits;
    private readonly bool _minorCounts;
    private readonly DateOnly _oldest;
    private readonly DateOnly _oldestMarrow;
    private readonly IReadOnlyList<MarkerPoint> _serum;
    private readonly IReadOnlyList<MarkerPoint> _urine;
    private readonly IReadOnlyList<MarkerPoint> _lightChains;
    private readonly IReadOnlyList<MarkerPoint> _marrow;

    /// <summary>Judges the latest two assessments of a line.</summary>
    /// <param name="patient">The patient.</param>
    /// <param name="markers">Markers of the line.</param>
    /// <param name="minorCounts">Whether a minor response is a category: in relapsed disease only.</param>
    public ProteinResponse(PatientContext patient, LineMarkers markers, bool minorCounts)
    {
        DateOnly today = patient.AsOf.Day;
        _patient = patient;
        _markers = markers;
        _limits = patient.Knowledge.Computations.Response;
        _minorCounts = minorCounts;
        _oldest = today.PlusDays(-_limits.NewestDays);
        _oldestMarrow = today.PlusDays(-_limits.MarrowAndImagingDays);
        _serum = markers.FollowUp(markers.IsSerumByElectrophoresis
            ? markers.Serum.WithNegativeImmunofixation(patient, patient.Fact(ComputedFact.SerumImmunofixation)) : markers.Serum, today);
        _urine = markers.FollowUp(markers.Urine.WithNegativeImmunofixation(patient, patient.Fact(ComputedFact.UrineImmunofixation)), today);
        _lightChains = markers.FollowUp(markers.LightChains, today);
        _marrow = markers.FollowUp(markers.Marrow, today);

        Category = OfBoth(isProven: true);
        Possible = OfBoth(isProven: false);
        Missing = MissingMarkers();
        Basis = DataUsed();
    }

    /// <summary>The shallower of the latest two assessments; null while one of them is lacking.</summary>
    public ResponseCategory? Category { get; }

    /// <summary>The deepest that the latest two assessments allow: another than the proven one only where a value is a bound ("&lt; 0.5").</summary>
    public ResponseCategory? Possible { get; }

    /// <summary>Markers whose measurement would decide, or prove a deeper response.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Baselines and the assessments, the newest with the whole series of the line behind it.</summary>
    public IReadOnlyList<Basis> Basis { get; }

    /// <summary>Whether the measurable protein is down so far that tests for a complete response are worth doing.</summary>
    public bool IsNearComplete => Category >= ResponseCategory.VGPR
        || (Category == ResponseCategory.PR && Missing.Count > 0);

    /// <summary>
    /// Whether the latest two assessments, both later than a progression, prove a response again while nothing rises: the response is the state now (docs/contract/answers.md).
    /// </summary>
    /// <param name="past">The progression.</param>
    /// <param name="isRising">Whether one of the two still lies above the lowest value of the line as a progression does.</param>
    public bool IsOvercome(Progression past, bool isRising) => Category > ResponseCategory.SD && !isRising && FirstDay() > past.Day;

    /// <summary>The day of the earlier of the two assessments: of the marker whose values reach back furthest.</summary>
    private DateOnly? FirstDay()
    {
        IReadOnlyList<MarkerPoint>[] followed = _markers.IsLightChainMeasurable ? [_lightChains]
            : _markers.IsSerumMeasurable || _markers.IsUrineMeasurable ? [.. _markers.IsSerumMeasurable ? [_serum] : Array.Empty<IReadOnlyList<MarkerPoint>>(), .. _markers.IsUrineMeasurable ? [_urine] : Array.Empty<IReadOnlyList<MarkerPoint>>()]
            : [_marrow];
        return followed.Where(series => series.Count > 1).Select(series => (DateOnly?)series[^2].Day).Min();
    }

    private ResponseCategory? OfBoth(bool isProven)
    {
        ResponseCategory? newest = At(0, isProven);
        ResponseCategory? earlier = At(1, isProven);
        return newest is null || earlier is null ? null : newest < earlier ? newest : earlier;
    }

    /// <summary>What one assessment proves, or allows. A value without an upper end ("&gt; 1000") proves nothing: it may be a progression.</summary>
    private ResponseCategory? At(int back, bool isProven)
    {
        if (_markers.IsLightChainMeasurable) return ByLightChains(back, isProven);
        if (!_markers.IsSerumMeasurable && !_markers.IsUrineMeasurable) return ByMarrow(back, isProven);
        bool serumCounts = _markers.IsSerumMeasurable;
        bool urineCounts = _markers.IsUrineMeasurable;
        MarkerPoint? serum = Point(_serum, serumCounts ? back : 0);
        MarkerPoint? urine = Point(_urine, urineCounts ? back : 0);
        if ((serumCounts && Lacks(serum, isProven)) || (urineCounts && Lacks(urine, isProven))) return null;

        decimal? serumFall = Fall(_markers.SerumBaseline, serum, isProven);
        decimal? urineFall = Fall(_markers.UrineBaseline, urine, isProven);
        decimal? urineNow = isProven ? urine?.AtMost : urine?.AtLeast;
        bool serumVeryLow = serumCounts ? _limits.VeryGoodPartialFall.IsMetBy(serumFall) : serum is not null;
        if (serumVeryLow && (_limits.VeryGoodPartialUrine.IsMetBy(urineNow) || (!isProven && urine is null))) return ResponseCategory.VGPR;
        if ((!serumCounts || _limits.PartialFall.IsMetBy(serumFall))
            && (!urineCounts || _limits.PartialUrineFall.IsMetBy(urineFall) || _limits.PartialUrine.IsMetBy(urineNow))) return ResponseCategory.PR;
        return _minorCounts && (!serumCounts || _limits.MinorFall.IsMetBy(serumFall)) && (!urineCounts || _limits.MinorUrineFall.IsMetBy(urineFall))
            ? ResponseCategory.MR : ResponseCategory.SD;
    }

    /// <summary>Light-chain-only disease; a fall as of serum protein is VGPR (IMWG 2016, Kumar, Lancet Oncol 2016;17:e328-46).</summary>
    private ResponseCategory? ByLightChains(int back, bool isProven) =>
        Point(_lightChains, back) is { } now && !Lacks(now, isProven) ? ByFall(Fall(_markers.LightChainBaseline, now, isProven), ResponseCategory.VGPR) : null;

    /// <summary>Nothing measurable in serum, urine and light chains: the marrow decides when it held enough plasma cells.</summary>
    private ResponseCategory? ByMarrow(int back, bool isProven) =>
        _markers is { IsMarrowJudged: true, MarrowBaseline: { } before } && MarrowPoint(back) is { } now && !Lacks(now, isProven)
            ? _limits.PartialFall.IsMetBy(Fall(before, now, isProven)) ? ResponseCategory.PR : ResponseCategory.SD
            : null;

    private ResponseCategory ByFall(decimal? fall, ResponseCategory deepest) => _limits.VeryGoodPartialFall.IsMetBy(fall) ? deepest
        : _limits.PartialFall.IsMetBy(fall) ? ResponseCategory.PR
        : _limits.MinorFall.IsMetBy(fall) && _minorCounts ? ResponseCategory.MR
        : ResponseCategory.SD;

    /// <summary>The newest value, not older than the window, or the one before it.</summary>
    private MarkerPoint? Point(IReadOnlyList<MarkerPoint> series, int back) =>
        series.Count > back && series[^1].Day >= _oldest ? series[^(back + 1)] : null;

    /// <summary>Marrow is examined rarely: the newest may be as old as the fact counts as current.</summary>
    private MarkerPoint? MarrowPoint(int back) => _marrow.Count > back && _marrow[^1].Day >= _oldestMarrow ? _marrow[^(back + 1)] : null;

    private IReadOnlyList<string> MissingMarkers() => Possible > Category || (Category is null && Possible is not null) ? [.. Lacking().Concat(Bounded()).Distinct()] : Lacking();

    /// <summary>The markers of which the latest two assessments hold a bound only.</summary>
    private IEnumerable<string> Bounded()
    {
        (IReadOnlyList<MarkerPoint> Series, ComputedFact[] Facts)[] all =
        [
            (_serum, [ComputedFact.SerumProtein]), (_urine, [ComputedFact.UrineProtein]), (_lightChains, [ComputedFact.Kappa, ComputedFact.Lambda]), (_marrow, [ComputedFact.MarrowCells]),
        ];
        return all.Where(marker => marker.Series.TakeLast(2).Any(point => point.IsBound)).SelectMany(marker => marker.Facts).Select(_patient.Fact);
    }

    private IReadOnlyList<string> Lacking()
    {
        if (_markers.IsLightChainMeasurable) return Category is null ? [_patient.Fact(ComputedFact.Kappa), _patient.Fact(ComputedFact.Lambda)] : [];
        if (_markers.IsKnownUnmeasurable) return Category is null && _markers.IsMarrowJudged ? [_patient.Fact(ComputedFact.MarrowCells)] : [];
        bool serumLacks = Lacks(_serum, _markers.IsSerumMeasurable);
        bool urineLacks = Lacks(_urine, _markers.IsUrineMeasurable);
        if (Category is null)
        {
            // Of the measurable markers those that were not followed; serum is asked for when none is known to be measurable.
            var lacking = new List<string>();
            if (_markers.IsSerumMeasurable && serumLacks) lacking.Add(_patient.Fact(ComputedFact.SerumProtein));
            if (_markers.IsUrineMeasurable && urineLacks) lacking.Add(_patient.Fact(ComputedFact.UrineProtein));
            return lacking.Count > 0 ? lacking : Possible is not null ? [] : [_patient.Fact(ComputedFact.SerumProtein)];
        }

        if (Category != ResponseCategory.PR) return [];
        bool serumVeryLow = !_markers.IsSerumMeasurable || _limits.VeryGoodPartialFall.IsMetBy(Point(_serum, 0)?.LeastFallFrom(_markers.SerumBaseline));
        bool urineVeryLow = !_markers.IsUrineMeasurable || _limits.VeryGoodPartialUrine.IsMetBy(Point(_urine, 0)?.AtMost);
        if (serumLacks && urineVeryLow) return [_patient.Fact(ComputedFact.SerumProtein)];
        return urineLacks && serumVeryLow ? [_patient.Fact(ComputedFact.UrineProtein)] : [];
    }

    private bool Lacks(IReadOnlyList<MarkerPoint> series, bool counts) => Point(series, counts ? 1 : 0) is null;

    private IReadOnlyList<Basis> DataUsed()
    {
        var basis = new BasisCollector();
        if (_markers.IsLightChainMeasurable)
        {
            AddSeries(basis, _markers.LightChainBaseline, _lightChains, ResponseTexts.DifferenceFall, ResponseTexts.NoDifferenceFall);
        }
        else if (_markers.IsSerumMeasurable || _markers.IsUrineMeasurable)
        {
            AddSeries(basis, _markers.SerumBaseline, _serum, ResponseTexts.Fall, ResponseTexts.NoFall);
            AddSeries(basis, _markers.UrineBaseline, _urine, ResponseTexts.Fall, ResponseTexts.NoFall);
        }
        else if (_markers.IsKnownUnmeasurable)
        {
            AddSeries(basis, _markers.MarrowBaseline, _marrow, ResponseTexts.Fall, ResponseTexts.NoFall);
        }

        return basis.ToList();
    }

    /// <summary>The newest value with its fall and the series behind it, then the value before it and the baseline.</summary>
    private static void AddSeries(BasisCollector basis, MarkerPoint? baseline, IReadOnlyList<MarkerPoint> followUp, LocalizedText fallText, LocalizedText noFallText)
    {
        MarkerPoint[] used = [.. followUp.TakeLast(2).Reverse()];
        if (used.Length > 0 && used[0].LeastFallFrom(baseline) is { } fall)
        {
            LocalizedText comment = (fall > 0m ? fallText : noFallText)
                .With("percent", (Math.Floor(fall * 1000m) / 10m).ToString("0.#", CultureInfo.InvariantCulture))
                .With("baseline", ValueRange.Exactly(baseline!.AtLeast).ToString()).With("date", baseline.Basis.Date ?? "");
            IReadOnlyList<Basis> series = [.. followUp.Prepend(baseline).SelectMany(p => p.Data)];
            basis.Add(used[0].Basis with { Comment = comment, From = series.Bounded() });
        }

        basis.Add([.. used.Concat(baseline is null ? [] : [baseline]).SelectMany(p => p.Data)]);
    }

    private static decimal? Fall(MarkerPoint? before, MarkerPoint? now, bool isProven) => isProven ? now?.LeastFallFrom(before) : now?.GreatestFallFrom(before);

    private static bool Lacks(MarkerPoint? now, bool isProven) => now is null || (isProven && now.AtMost is null);
}
