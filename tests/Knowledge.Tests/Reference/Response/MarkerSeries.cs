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
        new([.. Of(patient, patient.Fact(ComputedFact.ImmunoglobulinA)).Points.Select(p => p with { Value = p.Value / MilligramsPerGram })]);

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
