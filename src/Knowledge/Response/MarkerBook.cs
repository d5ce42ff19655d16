namespace Cds.Knowledge.Response;

/// <summary>The disease markers of one patient, each series worked out once, and the markers of each line.</summary>
internal sealed class MarkerBook(PatientContext patient)
{
    private readonly Dictionary<string, MarkerSeries> _series = [];
    private readonly Dictionary<DateOnly, LineMarkers> _lines = [];
    private MarkerSeries? _immunoglobulinA;
    private (MarkerPoint Kappa, MarkerPoint Lambda)[]? _pairs;
    private MarkerSeries? _kappaInvolved;
    private MarkerSeries? _lambdaInvolved;
    private bool? _isIgA;

    /// <summary>IgA by nephelometry, g/dL.</summary>
    public MarkerSeries ImmunoglobulinA => _immunoglobulinA ??= Of(patient.Fact(ComputedFact.ImmunoglobulinA)).InGrams();

    /// <summary>Whether the M-protein was ever found to be IgA.</summary>
    public bool IsIgA => _isIgA ??= patient.Knowledge.Roles.Read(CodeReading.Isotype) is { } isotype
        && patient.Series(isotype.Id).Any(o => o.Value is CodeValue { Code: var code } && code.StartsWith("IgA", StringComparison.Ordinal));

    /// <summary>A marker as measured.</summary>
    public MarkerSeries Of(string factId)
    {
        if (_series.TryGetValue(factId, out MarkerSeries? known)) return known;
        return _series[factId] = MarkerSeries.Measured(patient, factId);
    }

    /// <summary>The markers of the line that begins on a day.</summary>
    public LineMarkers Line(DateOnly start)
    {
        if (_lines.TryGetValue(start, out LineMarkers? known)) return known;
        return _lines[start] = LineMarkers.Read(patient, start);
    }

    /// <summary>The difference of the free light chains, seen from a line.</summary>
    public MarkerSeries FreeLightChainDifference(DateOnly lineStart)
    {
        _pairs ??= MarkerSeries.Pairs(Of(patient.Fact(ComputedFact.Kappa)), Of(patient.Fact(ComputedFact.Lambda)));
        if (_pairs.Length == 0) return _kappaInvolved ??= MarkerSeries.Differences(_pairs, isKappa: true);
        int at = Array.FindLastIndex(_pairs, p => p.Kappa.Day <= lineStart);
        (MarkerPoint kappa, MarkerPoint lambda) = _pairs[Math.Max(at, 0)];
        return kappa.Value >= lambda.Value
            ? _kappaInvolved ??= MarkerSeries.Differences(_pairs, isKappa: true)
            : _lambdaInvolved ??= MarkerSeries.Differences(_pairs, isKappa: false);
    }
}
