namespace Cds.Knowledge.Therapy;

/// <summary>Regular timing: so many times in a period.</summary>
/// <param name="Times">Doses in one period.</param>
/// <param name="Period">Length of the period.</param>
/// <param name="PeriodUnit">UCUM unit of the period: <c>h</c>, <c>d</c>, <c>wk</c>, <c>mo</c>.</param>
public sealed record Frequency(int Times, int Period, string PeriodUnit)
{
    /// <summary>Doses in four weeks, a month taken as 28 days.</summary>
    public decimal DosesPer28Days => PeriodUnit switch
    {
        "h" => Times * 28m * 24m / Period,
        "d" => Times * 28m / Period,
        "wk" => Times * 4m / Period,
        "mo" => Times / (decimal)Period,
        _ => throw new InvalidOperationException($"Add the unit {PeriodUnit} to Frequency."),
    };
}
