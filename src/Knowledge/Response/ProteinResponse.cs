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

        ResponseCategory? newest = At(0);
        ResponseCategory? earlier = At(1);
        Category = newest is null || earlier is null ? null : newest < earlier ? newest : earlier;
        Missing = MissingMarkers();
        Basis = DataUsed();
    }

    /// <summary>The shallower of the latest two assessments; null while one of them is lacking.</summary>
    public ResponseCategory? Category { get; }

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

    private ResponseCategory? At(int back)
    {
        if (_markers.IsLightChainMeasurable) return ByLightChains(back);
        if (!_markers.IsSerumMeasurable && !_markers.IsUrineMeasurable) return ByMarrow(back);
        bool serumCounts = _markers.IsSerumMeasurable;
        bool urineCounts = _markers.IsUrineMeasurable;
        MarkerPoint? serum = Point(_serum, serumCounts ? back : 0);
        MarkerPoint? urine = Point(_urine, urineCounts ? back : 0);
        if ((serumCounts && serum is null) || (urineCounts && urine is null)) return null;

        decimal? serumFall = Fall(_markers.SerumBaseline, serum);
        decimal? urineFall = Fall(_markers.UrineBaseline, urine);
        bool serumVeryLow = serumCounts ? serum is { IsUndetected: true } || _limits.VeryGoodPartialFall.IsMetBy(serumFall) : serum is not null;
        if (serumVeryLow && _limits.VeryGoodPartialUrine.IsMetBy(urine?.Value)) return ResponseCategory.VGPR;
        if ((!serumCounts || _limits.PartialFall.IsMetBy(serumFall))
            && (!urineCounts || _limits.PartialUrineFall.IsMetBy(urineFall) || _limits.PartialUrine.IsMetBy(urine?.Value))) return ResponseCategory.PR;
        return _minorCounts && (!serumCounts || _limits.MinorFall.IsMetBy(serumFall)) && (!urineCounts || _limits.MinorUrineFall.IsMetBy(urineFall))
            ? ResponseCategory.MR : ResponseCategory.SD;
    }

    /// <summary>Light-chain-only disease; a fall as of serum protein is VGPR (IMWG 2016, Kumar, Lancet Oncol 2016;17:e328-46).</summary>
    private ResponseCategory? ByLightChains(int back) =>
        Point(_lightChains, back) is { } now ? ByFall(Fall(_markers.LightChainBaseline, now), ResponseCategory.VGPR) : null;

    /// <summary>Nothing measurable in serum, urine and light chains: the marrow decides when it held enough plasma cells.</summary>
    private ResponseCategory? ByMarrow(int back) =>
        _markers is { IsMarrowJudged: true, MarrowBaseline: { } before } && MarrowPoint(back) is { } now
            ? _limits.PartialFall.IsMetBy(Fall(before, now)) ? ResponseCategory.PR : ResponseCategory.SD
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

    private IReadOnlyList<string> MissingMarkers()
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
            return lacking.Count > 0 ? lacking : [_patient.Fact(ComputedFact.SerumProtein)];
        }

        if (Category != ResponseCategory.PR) return [];
        bool serumVeryLow = !_markers.IsSerumMeasurable || _limits.VeryGoodPartialFall.IsMetBy(Fall(_markers.SerumBaseline, Point(_serum, 0)));
        bool urineVeryLow = !_markers.IsUrineMeasurable || _limits.VeryGoodPartialUrine.IsMetBy(Point(_urine, 0)?.Value);
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
        if (used.Length > 0 && baseline is { Value: > 0m })
        {
            decimal fall = Fall(baseline, used[0])!.Value;
            LocalizedText comment = (fall > 0m ? fallText : noFallText)
                .With("percent", (Math.Floor(fall * 1000m) / 10m).ToString("0.#", CultureInfo.InvariantCulture))
                .With("baseline", ValueRange.Exactly(baseline.Value).ToString()).With("date", baseline.Basis.Date ?? "");
            IReadOnlyList<Basis> series = [.. followUp.Prepend(baseline).SelectMany(p => p.Data)];
            basis.Add(used[0].Basis with { Comment = comment, From = series.Bounded() });
        }

        basis.Add([.. used.Concat(baseline is null ? [] : [baseline]).SelectMany(p => p.Data)]);
    }

    private static decimal? Fall(MarkerPoint? before, MarkerPoint? now) =>
        before is { Value: > 0m } && now is not null ? (before.Value - now.Value) / before.Value : null;
}
