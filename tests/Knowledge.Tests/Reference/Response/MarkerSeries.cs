using Cds.Knowledge.Computations;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>A disease marker followed over time, oldest first, one value a day.</summary>
/// <param name="Points">The values.</param>
internal sealed record MarkerSeries(IReadOnlyList<MarkerPoint> Points)
{
    private const decimal MilligramsPerGram = 1000m;

    /// <summary>A marker as measured.</summary>
    public static MarkerSeries Of(PatientContext patient, string factId) => new([.. patient.Series(factId)
        .Where(o => o.Date.IsOneDay && ValueOf(o) is not null)
        .GroupBy(o => o.Date.LatestDay)
        .Select(day => PointOf(patient, day.Key, day.Last()))
        .OrderBy(p => p.Day)]);

    /// <summary>IgA by nephelometry in the unit of the serum M-protein, g/dL.</summary>
    public static MarkerSeries ImmunoglobulinA(PatientContext patient) =>
        new([.. Of(patient, patient.Fact(ComputedFact.ImmunoglobulinA)).Points.Select(p => p.Divided(MilligramsPerGram))]);

    /// <summary>
    /// Difference between the involved and the other free light chain, mg/L, on days when both were measured. Which chain is involved stays the
    /// same through a line: the one out of proportion on the latest day up to its start, else on the first day measured.
    /// </summary>
    public static MarkerSeries FreeLightChainDifference(PatientContext patient, DateOnly lineStart)
    {
        MarkerSeries kappas = Of(patient, patient.Fact(ComputedFact.Kappa));
        MarkerSeries lambdas = Of(patient, patient.Fact(ComputedFact.Lambda));
        (MarkerPoint Kappa, MarkerPoint Lambda)[] pairs = [.. kappas.Points.Join(lambdas.Points, k => k.Day, l => l.Day, (k, l) => (k, l))];
        if (pairs.Length == 0) return new MarkerSeries([]);
        (MarkerPoint kappa, MarkerPoint lambda) = pairs.LastOrDefault(p => p.Kappa.Day <= lineStart) is { Kappa: not null } before ? before : pairs[0];
        bool isKappa = kappa.Value >= lambda.Value;
        return new MarkerSeries([.. pairs.Select(p => Difference(p.Kappa, p.Lambda, isKappa))]);
    }

    /// <summary>The points from one day up to another, both included.</summary>
    public IEnumerable<MarkerPoint> Between(DateOnly from, DateOnly to) => Points.Where(p => p.Day >= from && p.Day <= to);

    /// <summary>The latest point on or before a day, not older than the given number of days.</summary>
    public MarkerPoint? LatestBefore(DateOnly day, int withinDays) =>
        Points.LastOrDefault(p => p.Day <= day && p.Day >= day.PlusDays(-withinDays));

    /// <summary>The series together with zeros from days on which only immunofixation was done and found nothing.</summary>
    public MarkerSeries WithNegativeImmunofixation(PatientContext patient, string immunofixation) => new([.. Points
        .Concat(patient.Series(immunofixation)
            .Where(o => o.Date.IsOneDay && o.Value is PresenceValue { Present: false } && Points.All(p => p.Day != o.Date.LatestDay))
            .Select(o => new MarkerPoint(o.Date.LatestDay, 0m, patient.BasisOf(o)))
            .DistinctBy(p => p.Day))
        .OrderBy(p => p.Day)]);

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
