namespace Cds.Knowledge.Response;

/// <summary>
/// Whether a complete or stringent complete response is proven (jsh-2023 Tables 5 and 6): immunofixation of serum and urine negative,
/// plasmacytomas gone, few plasma cells in one marrow; stringent with a normal light-chain ratio and no clonal plasma cells.
/// </summary>
internal sealed class CompleteResponse
{
    private readonly PatientContext _patient;
    private readonly LineMarkers _markers;
    private readonly ResponseLimits _limits;
    private readonly DateOnly _today;
    private readonly BasisCollector _basis = new();
    private readonly List<string> _missing = [];

    public CompleteResponse(PatientContext patient, LineMarkers markers)
    {
        _patient = patient;
        _markers = markers;
        _limits = patient.Knowledge.Computations.Response;
        _today = patient.AsOf.Day;
        Truth fixation = Immunofixation(patient.Fact(ComputedFact.SerumImmunofixation), markers.Electrophoresis, markers.IsSerumMeasurable)
            .And(Immunofixation(patient.Fact(ComputedFact.UrineImmunofixation), markers.Urine, markers.IsUrineMeasurable));
        // Where light chains alone can be followed a complete response needs their ratio normal (IMWG 2016, Kumar, Lancet Oncol 2016;17:e328-46).
        Truth chains = markers.IsLightChainMeasurable ? NormalRatio() : Truth.True;
        Truth complete = fixation.And(chains).And(MarrowIsClean()).And(PlasmacytomasAreGone());
        Truth stringent = complete == Truth.True ? NormalRatio().And(NoClonalCells()) : Truth.False;
        IsComplete = complete == Truth.True;
        IsStringent = stringent == Truth.True;
        // A test that has already failed makes the others idle.
        Missing = complete == Truth.Unknown || (IsComplete && stringent == Truth.Unknown) ? [.. _missing.Distinct()] : [];
    }

    public bool IsComplete { get; }

    public bool IsStringent { get; }

    public IReadOnlyList<Basis> Basis => _basis.ToList();

    /// <summary>Tests that would prove a complete response, or the stringent one once it is complete.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>
    /// Negative in the newest test and not contradicted: an earlier positive result, or protein measured after it, leaves it unconfirmed. Where the protein was
    /// measurable, an earlier negative immunofixation or an electrophoresis without protein has to confirm it (two consecutive assessments).
    /// </summary>
    private Truth Immunofixation(string factId, MarkerSeries protein, bool measurable)
    {
        ObservedFact[] tests = [.. Since(factId).Where(o => o.Value is PresenceValue)];
        if (tests.Length == 0 || tests[^1].Date.LatestDay < _today.PlusDays(-_limits.NewestDays)) return Lacks(factId);
        ObservedFact newest = tests[^1];
        _basis.Add(_patient.BasisOf(newest));
        if (newest.Value is PresenceValue { Present: true }) return Truth.False;
        IReadOnlyList<MarkerPoint> measured = _markers.FollowUp(protein, _today);
        if (measured.Any(p => p.Day > newest.Date.LatestDay && !p.IsUndetected)) return Lacks(factId);
        ObservedFact? before = tests[..^1].LastOrDefault(t => t.Date.LatestDay < newest.Date.EarliestDay);
        if (before is not null)
        {
            _basis.Add(_patient.BasisOf(before));
            return before.Value is PresenceValue { Present: false } ? Truth.True : Lacks(factId);
        }

        if (!measurable) return Truth.True;
        return measured.LastOrDefault(p => p.Day < newest.Date.EarliestDay) is { IsUndetected: true } ? Truth.True : Lacks(factId);
    }

    private Truth MarrowIsClean()
    {
        ObservedFact? latest = Since(_patient.Fact(ComputedFact.MarrowCells)).LastOrDefault(o => o.Value is QuantityValue && IsWithin(o, _limits.MarrowAndImagingDays));
        if (latest?.Value is not QuantityValue quantity) return Lacks(_patient.Fact(ComputedFact.MarrowCells));
        _basis.Add(_patient.BasisOf(latest));
        return _limits.CompleteMarrow.Operator.Compare(quantity.Range, _limits.CompleteMarrow.Value);
    }

    private Truth PlasmacytomasAreGone()
    {
        if (!Plasmacytomas.HadAny(_patient, _markers)) return Truth.True;
        (Truth gone, Basis? basis) = Plasmacytomas.Gone(_patient, _markers);
        if (gone == Truth.Unknown) return Lacks(_patient.Fact(ComputedFact.SoftTissuePlasmacytoma));
        _basis.Add(basis!);
        return gone;
    }

    private Truth NoClonalCells()
    {
        IReadOnlyList<string> clonal = _patient.Knowledge.ComputedFacts.All(ComputedFact.ClonalMarrowCells);
        ObservedFact? latest = clonal.SelectMany(Since).Where(o => o.Value is PresenceValue && IsWithin(o, _limits.MarrowAndImagingDays))
            .OrderBy(o => o.Date.LatestDay).LastOrDefault();
        if (latest?.Value is not PresenceValue found) return Lacks(clonal[0]);
        _basis.Add(_patient.BasisOf(latest));
        return found.Present ? Truth.False : Truth.True;
    }

    /// <summary>
    /// The ratio at the two latest assessments of the line (footnotes of Table 6: every category asks for two consecutive ones): computed from both chains,
    /// as reported on days without them. An abnormal one denies it, whatever the other says.
    /// </summary>
    private Truth NormalRatio()
    {
        string ratio = _patient.Fact(ComputedFact.LightChainRatio);
        IReadOnlyList<MarkerPoint> computed = [.. _markers.FollowUp(_markers.LightChains, _today).Where(p => p.Ratio is not null)];
        HashSet<DateOnly> days = [.. computed.Select(c => c.Day)];
        IEnumerable<MarkerPoint> reported = _markers.FollowUp(MarkerSeries.Of(_patient, ratio), _today).Where(r => !days.Contains(r.Day));
        MarkerPoint[] latest = [.. computed.Concat(reported).OrderBy(p => p.Day).TakeLast(2)];
        if (latest.Length == 0 || latest[^1].Day < _today.PlusDays(-_limits.NewestDays)) return Lacks(ratio);
        _basis.Add([.. latest.Reverse().SelectMany(p => p.Data)]);
        Truth normal = latest.Select(p => _patient.Knowledge.Computations.LightChains.IsNormal(p.Ratios ?? p.Range)).Aggregate((a, b) => a.And(b));
        if (normal == Truth.False) return Truth.False;
        return normal == Truth.True && latest.Length == 2 ? Truth.True : Lacks(ratio);
    }

    private Truth Lacks(string factId)
    {
        _missing.Add(factId);
        return Truth.Unknown;
    }

    private IEnumerable<ObservedFact> Since(string factId) => _patient.Series(factId).Where(o => o.Date.EarliestDay > _markers.LineStart);

    private bool IsWithin(ObservedFact observed, int days) => observed.Date.LatestDay >= _today.PlusDays(-days);
}
