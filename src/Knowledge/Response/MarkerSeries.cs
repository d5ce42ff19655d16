using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Response;

/// <summary>A disease marker followed over time: exact values only, oldest first, one a day.</summary>
/// <param name="FactId">Fact id of the marker.</param>
/// <param name="Points">The values.</param>
internal sealed record MarkerSeries(string FactId, IReadOnlyList<MarkerPoint> Points)
{
    /// <summary>Serum or urine M-protein as measured.</summary>
    public static MarkerSeries Of(PatientContext patient, string factId) => new(factId, [.. patient.Series(factId)
        .Where(o => o.Date.IsOneDay && ValueOf(o) is not null)
        .GroupBy(o => o.Date.LatestDay)
        .Select(day => new MarkerPoint(day.Key, ValueOf(day.Last())!.Value, patient.BasisOf(day.Last())))
        .OrderBy(p => p.Day)]);

    /// <summary>Difference between the involved and the other free light chain, on days when both were measured.</summary>
    public static MarkerSeries FreeLightChainDifference(PatientContext patient)
    {
        MarkerSeries kappa = Of(patient, "flc-kappa");
        MarkerSeries lambda = Of(patient, "flc-lambda");
        var points = new List<MarkerPoint>();
        foreach (MarkerPoint k in kappa.Points)
        {
            if (lambda.Points.FirstOrDefault(l => l.Day == k.Day) is not { } l) continue;
            points.Add(new MarkerPoint(k.Day, Math.Abs(k.Value - l.Value), k.Value >= l.Value ? k.Basis : l.Basis) { Involved = Math.Max(k.Value, l.Value), Ratio = l.Value > 0m ? k.Value / l.Value : null });
        }

        return new MarkerSeries("flc-difference", points);
    }

    /// <summary>The points from one day up to another, both included.</summary>
    public IEnumerable<MarkerPoint> Between(DateOnly from, DateOnly to) => Points.Where(p => p.Day >= from && p.Day <= to);

    /// <summary>The latest point on or before a day, not older than the given number of days.</summary>
    public MarkerPoint? LatestBefore(DateOnly day, int withinDays) =>
        Points.LastOrDefault(p => p.Day <= day && p.Day >= day.AddDays(-withinDays));

    /// <summary>A number for the series; an upper bound such as "&lt; 0.1" counts as its limit (the protein is at most that).</summary>
    private static decimal? ValueOf(ObservedFact observed) => observed.Value switch
    {
        Facts.QuantityValue { Range: { IsExact: true } range } => range.Low,
        Facts.QuantityValue { Range: { Low: null, High: { } high } } => high,
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
}
