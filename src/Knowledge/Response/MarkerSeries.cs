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
    public MarkerSeries InGrams() => new(points.Select(p => p.Divided(MilligramsPerGram)).ToArray());

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
            AtLeast = other.AtMost is { } most ? Math.Max(0m, involved.AtLeast - most) : 0m,
            AtMost = involved.AtMost is { } high ? Math.Max(0m, high - other.AtLeast) : null,
            Involved = involved,
            Ratios = kappa.Range.DividedBy(lambda.Range),
            Ratio = lambda.Value > 0m ? kappa.Value / lambda.Value : null,
            OtherBasis = other.Basis,
        };
    }

    private static MarkerPoint PointOf(PatientContext patient, DateOnly day, ObservedFact observed) =>
        observed.Value is QuantityValue { Range: var range }
            ? new MarkerPoint(day, ValueOf(observed)!.Value, patient.BasisOf(observed)) { AtLeast = range.Low ?? 0m, AtMost = range.High, IsBelowMost = range.High is not null && !range.HighInclusive }
            : throw new InvalidOperationException("A marker is a quantity.");

    /// <summary>A number for the series: the value, or the bound that came ("&lt; 0.1", "&gt; 1000").</summary>
    private static decimal? ValueOf(ObservedFact observed) => observed.Value is QuantityValue { Range: var range } ? range.High ?? range.Low : null;
}

/// <summary>One value of a marker.</summary>
/// <param name="Day">When.</param>
/// <param name="Value">Value in the marker's unit; of a result with a comparator its bound.</param>
/// <param name="Basis">The datum.</param>
internal sealed record MarkerPoint(DateOnly Day, decimal Value, Basis Basis)
{
    /// <summary>The marker is at least this: 0 for "&lt; 0.1", since nothing that is followed is negative.</summary>
    public decimal AtLeast { get; init; } = Value;

    /// <summary>The marker is at most this; null for "&gt; 1000".</summary>
    public decimal? AtMost { get; init; } = Value;

    /// <summary>Whether it is less than <see cref="AtMost"/>: "&lt; 1.0", not "&lt;= 1.0".</summary>
    public bool IsBelowMost { get; init; }

    /// <summary>Whether only a bound of the value is known.</summary>
    public bool IsBound => AtMost != AtLeast;

    /// <summary>All that the value may be.</summary>
    public ValueRange Range => new(AtLeast, true, AtMost, AtMost is not null && !IsBelowMost);

    /// <summary>For the light-chain difference: the involved light chain itself, mg/L.</summary>
    public MarkerPoint? Involved { get; init; }

    /// <summary>For the light-chain difference: what kappa / lambda may be.</summary>
    public ValueRange? Ratios { get; init; }

    /// <summary>For the light-chain difference: kappa / lambda; null when lambda is zero.</summary>
    public decimal? Ratio { get; init; }

    /// <summary>For the light-chain difference: the other chain.</summary>
    public Basis? OtherBasis { get; init; }

    /// <summary>Whether no protein was found, or less than the laboratory tells ("&lt; 0.1").</summary>
    public bool IsUndetected => AtLeast == 0m;

    /// <summary>The same in another unit.</summary>
    public MarkerPoint Divided(decimal by) => this with { Value = Value / by, AtLeast = AtLeast / by, AtMost = AtMost / by };

    /// <summary>The share by which the marker has fallen at least; negative where it rose, null where that is not known.</summary>
    public decimal? LeastFallFrom(MarkerPoint? before) => before is { AtLeast: > 0m and var low } && AtMost is { } now ? (low - now) / low : null;

    /// <summary>The share by which it may have fallen at most.</summary>
    public decimal? GreatestFallFrom(MarkerPoint? before) => before switch
    {
        null => null,
        { AtMost: > 0m and { } high } => (high - AtLeast) / high,
        { AtMost: null } => 1m,
        _ => null,
    };

    /// <summary>All data behind the value.</summary>
    public IEnumerable<Basis> Data => OtherBasis is null ? [Basis] : [Basis, OtherBasis];
}
