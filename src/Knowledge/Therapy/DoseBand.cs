using Cds.Knowledge.Documents;

namespace Cds.Knowledge.Therapy;

/// <summary>
/// One line of a dose table: for whom, how much, how often. The same line lowers the dose in regimens, judges an order, words what it says and makes the
/// order that is offered; it never raises the dose of a regimen.
/// </summary>
public sealed record DoseBand
{
    private readonly Criterion? _holds;

    /// <summary>By which order rules name it; null when none does.</summary>
    public string? Id { get; init; }

    /// <summary>Holds for those patients; unknown leaves the dose as it is.</summary>
    public required Criterion When { get; init; }

    /// <summary>Whether the line is for maintenance, or for all other treatment; null where the table does not tell them apart.</summary>
    public bool? IsOfMaintenance { get; init; }

    /// <summary>The line holds for this patient and for what the drug is given for.</summary>
    public Criterion Holds { get => _holds ?? When; init => _holds = value; }

    /// <summary>Whether it is for all patients for whom no other line is proven.</summary>
    public bool IsOtherwise { get; init; }

    /// <summary>Highest amount of one dose; null when the prescriber has to choose it, or it is not given at all.</summary>
    public decimal? DoseAmount { get; init; }

    /// <summary>UCUM unit of the amount.</summary>
    public string? DoseUnit { get; init; }

    /// <summary>How often; null when the table leaves the timing as it is.</summary>
    public Frequency? Frequency { get; init; }

    /// <summary>Days of the cycle on which it is given to these patients; empty where those of the regimen stay.</summary>
    public IReadOnlyList<int> Days { get; init; } = [];

    /// <summary>Whether the drug is not given to these patients.</summary>
    public bool IsNotGiven { get; init; }

    /// <summary>Other doses of the same line, for what the record cannot tell (dialysis).</summary>
    public IReadOnlyList<DoseInSituation> Alternatives { get; init; } = [];

    /// <summary>How an option that holds the drug stands for these patients; null for as without.</summary>
    public Standing? Standing { get; init; }

    /// <summary>Reason code of <see cref="Standing"/>.</summary>
    public string? Code { get; init; }

    /// <summary>Whether suggestions that hold the drug ask to confirm the dose.</summary>
    public bool AsksToConfirm { get; init; }

    /// <summary>For whom, in words.</summary>
    public LocalizedText Condition { get; init; } = new("", "");

    /// <summary>Dose and condition in words: <c>10 mg once a day (creatinine clearance 30 to below 60 mL/min)</c>.</summary>
    public LocalizedText Text { get; init; } = new("", "");

    /// <summary>Where it comes from, the source of the dose first.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>The dose in a regimen, whose days stay as they are; null where the timing changes, the amount is open or the drug is not given.</summary>
    public (decimal Amount, string Unit)? RegimenDose =>
        DoseAmount is { } amount && DoseUnit is { } unit && Alternatives.Count == 0 && Frequency is not { DosesPer28Days: < 28m } ? (amount, unit) : null;

    /// <summary>
    /// The dose in a regimen that gives the drug on each of successive days and the table only on every second, third, ... of them; null for any other timing, and where one dose would be more
    /// than the regimen gives: which of the two lowers the other is then for the prescriber.
    /// </summary>
    /// <param name="planned">Amount of one dose in the regimen, in <see cref="DoseUnit"/>.</param>
    /// <param name="days">Days of the regimen.</param>
    public (decimal Amount, IReadOnlyList<int> Days)? SpacedDose(decimal planned, IReadOnlyList<int> days) =>
        DoseAmount is { } amount && amount <= planned && Frequency is { Times: 1, PeriodUnit: "d", Period: > 1 and var period } && days.Count > 1 && days[^1] - days[0] == days.Count - 1
            ? (amount, [.. days.Where(day => (day - days[0]) % period == 0)]) : null;

    /// <summary>Whether it speaks of what a regimen is given for.</summary>
    /// <param name="regimen">The regimen.</param>
    public bool IsFor(Regimen regimen) => IsOfMaintenance is not { } maintenance || maintenance == regimen.IsMaintenance;
}

/// <summary>A dose for a situation that stands in no record.</summary>
/// <param name="Situation">The situation.</param>
/// <param name="Amount">Amount of one dose.</param>
/// <param name="Unit">UCUM unit.</param>
/// <param name="Frequency">How often; null when the timing stays.</param>
public sealed record DoseInSituation(LocalizedText Situation, decimal Amount, string Unit, Frequency? Frequency);
