namespace Cds.Knowledge.Response;

/// <summary>A disease marker followed over time, oldest first, one value a day. A stretch of it is a view, and costs the logarithm of its length.</summary>
/// <param name="points">The values.</param>
internal sealed class MarkerSeries(ArraySegment<MarkerPoint> points)
{
    private const decimal MilligramsPerGram = 1000m;

    /// <summary>The values.</summary>
    public IReadOnlyList<MarkerPoint> Points => points;

    /// <summary>A marker as measured; worked out once for a patient.</summary>
    public static MarkerSeries Of(PatientContext patient, string factId) => patient.Markers.Of(factId);

    /// <summary>IgA by nephelometry in the unit of the serum M-protein, g/dL.</summary>
    public static MarkerSeries ImmunoglobulinA(PatientContext patient) => patient.Markers.ImmunoglobulinA;

    /// <summary>
    /// Difference between the involved and the other free light chain, mg/L, on days when both were measured. Which chain is involved stays the
    /// same through a line: the one out of proportion on the latest day up to its start, else on the first day measured.
    /// </summary>
    public static MarkerSeries FreeLightChainDifference(PatientContext patient, DateOnly lineStart) => patient.Markers.FreeLightChainDifference(lineStart);

    /// <summary>Reads a marker from the values of a fact.</summary>
    public static MarkerSeries Measured(PatientContext patient, string factId)
    {
        var points = new List<MarkerPoint>();
        // The series is in order, so that the values of a day stand together; the last of a day counts.
        foreach (ObservedFact observed in patient.Series(factId))
        {
            if (!observed.Date.IsOneDay || ValueOf(observed) is null) continue;
            MarkerPoint point = PointOf(patient, observed.Date.LatestDay, observed);
            if (points.Count > 0 && points[^1].Day == point.Day) points[^1] = point;
            else points.Add(point);
        }

        return new MarkerSeries(points.ToArray());
    }

    /// <summary>The same in grams, of a marker in milligrams.</summary>
    public MarkerSeries InGrams() => new(points.Select(p => p with { Value = p.Value / MilligramsPerGram }).ToArray());

    /// <summary>The days on which both chains were measured.</summary>
    public static (MarkerPoint Kappa, MarkerPoint Lambda)[] Pairs(MarkerSeries kappas, MarkerSeries lambdas) =>
        [.. kappas.Points.Join(lambdas.Points, k => k.Day, l => l.Day, (k, l) => (k, l))];

    /// <summary>The difference of the chains, one of which is the involved one.</summary>
    public static MarkerSeries Differences((MarkerPoint Kappa, MarkerPoint Lambda)[] pairs, bool isKappa) => new(Array.ConvertAll(pairs, p => Difference(p.Kappa, p.Lambda, isKappa)));

    /// <summary>The points from one day up to another, both included.</summary>
    public IReadOnlyList<MarkerPoint> Between(DateOnly from, DateOnly to)
    {
        int first = CountUpTo(from, included: false);
        int end = CountUpTo(to, included: true);
        return end > first ? points.Slice(first, end - first) : ArraySegment<MarkerPoint>.Empty;
    }

    /// <summary>The latest point on or before a day, not older than the given number of days.</summary>
    public MarkerPoint? LatestBefore(DateOnly day, int withinDays) =>
        CountUpTo(day, included: true) is > 0 and var count && points[count - 1] is var point && point.Day >= day.PlusDays(-withinDays) ? point : null;

    /// <summary>The series together with zeros from days on which only immunofixation was done and found nothing.</summary>
    public MarkerSeries WithNegativeImmunofixation(PatientContext patient, string immunofixation)
    {
        HashSet<DateOnly> measured = [.. points.Select(p => p.Day)];
        MarkerPoint[] negative = [.. patient.Series(immunofixation)
            .Where(o => o.Date.IsOneDay && o.Value is PresenceValue { Present: false } && measured.Add(o.Date.LatestDay))
            .Select(o => new MarkerPoint(o.Date.LatestDay, 0m, patient.BasisOf(o)))];
        return negative.Length == 0 ? this : new MarkerSeries(points.Concat(negative).OrderBy(p => p.Day).ToArray());
    }

    private int CountUpTo(DateOnly day, bool included)
    {
        int low = 0;
        int high = points.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (points[middle].Day < day || (included && points[middle].Day == day)) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static MarkerPoint Difference(MarkerPoint kappa, MarkerPoint lambda, bool isKappa)
    {
        (MarkerPoint involved, MarkerPoint other) = isKappa ? (kappa, lambda) : (lambda, kappa);
        return new MarkerPoint(kappa.Day, Math.Max(0m, involved.Value - other.Value), involved.Basis)
        {
            Involved = involved.Value,
            Ratio = lambda.Value > 0m ? kappa.Value / lambda.Value : null,
            OtherBasis = other.Basis,
        };
    }

    private static MarkerPoint PointOf(PatientContext patient, DateOnly day, ObservedFact observed) =>
        new(day, ValueOf(observed)!.Value, patient.BasisOf(observed)) { IsUpperBound = observed.Value is QuantityValue { Range.IsExact: false } };

    /// <summary>A number for the series; an upper bound such as "&lt; 0.1" counts as its limit (the protein is at most that).</summary>
    private static decimal? ValueOf(ObservedFact observed) => observed.Value switch
    {
        QuantityValue { Range: { IsExact: true } range } => range.Low,
        QuantityValue { Range: { Low: null, High: { } high } } => high,
        _ => null,
    };
}

/// <summary>One value of a marker.</summary>
/// <param name="Day">When.</param>
/// <param name="Value">Value in the marker's unit.</param>
/// <param name="Basis">The datum.</param>
internal sealed record MarkerPoint(DateOnly Day, decimal Value, Basis Basis)
{
    /// <summary>For the light-chain difference: the involved light chain itself, mg/L.</summary>
    public decimal? Involved { get; init; }

    /// <summary>For the light-chain difference: kappa / lambda; null when lambda is zero.</summary>
    public decimal? Ratio { get; init; }

    /// <summary>For the light-chain difference: the other chain.</summary>
    public Basis? OtherBasis { get; init; }

    /// <summary>Whether the value is only known to be at most this ("&lt; 0.1").</summary>
    public bool IsUpperBound { get; init; }

    /// <summary>Whether no protein was found.</summary>
    public bool IsUndetected => Value == 0m || IsUpperBound;

    /// <summary>All data behind the value.</summary>
    public IEnumerable<Basis> Data => OtherBasis is null ? [Basis] : [Basis, OtherBasis];
}
