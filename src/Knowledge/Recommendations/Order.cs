using Cds.Knowledge.Documents;

namespace Cds.Knowledge.Recommendations;

/// <summary>Something that can be ordered; FhirMapping turns it into a draft resource.</summary>
public abstract record Order
{
    /// <summary>One line that says what is ordered, for the action's description and <c>text</c> elements.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>Why it is ordered (reason text of the draft resource).</summary>
    public required LocalizedText Reason { get; init; }

    /// <summary>Offered only while this is true; null for always.</summary>
    public Criterion? When { get; init; }
}

/// <summary>A drug order, complete enough to sign.</summary>
public sealed record DrugOrder : Order
{
    /// <summary>Drug id.</summary>
    public required string DrugId { get; init; }

    /// <summary>Amount of one dose; null when the prescriber has to choose it.</summary>
    public decimal? DoseAmount { get; init; }

    /// <summary>Upper end when the document gives a range (81-100 mg).</summary>
    public decimal? DoseAmountHigh { get; init; }

    /// <summary>UCUM unit of one dose (<c>mg</c>, <c>mg/m2</c>, <c>mg/kg</c>).</summary>
    public string? DoseUnit { get; init; }

    /// <summary>Facts that lack to work out the amount (height, weight); empty when none does.</summary>
    public IReadOnlyList<string> DoseMissing { get; init; } = [];

    /// <summary>Largest single dose in milligrams, when the source caps a dose by weight or body surface.</summary>
    public decimal? MaximumDose { get; init; }

    /// <summary>Route.</summary>
    public required Route Route { get; init; }

    /// <summary>Doses per period, for regular timing (1 per 1 day); null when <see cref="Days"/> gives the days of a cycle.</summary>
    public Frequency? Frequency { get; init; }

    /// <summary>One dose only.</summary>
    public bool IsOnce { get; init; }

    /// <summary>Days of the cycle on which a dose is given; empty for regular timing.</summary>
    public IReadOnlyList<int> Days { get; init; } = [];

    /// <summary>Length of the cycle in days, when days of a cycle are given.</summary>
    public int? CycleDays { get; init; }

    /// <summary>The cycle that the order is for, from 1; null when it is for none.</summary>
    public int? Cycle => CycleDays is null ? null : 1;

    /// <summary>Number of cycles that are planned, when limited; the order itself is for one.</summary>
    public int? Cycles { get; init; }

    /// <summary>Where dose and schedule come from, when not from the documents that the recommendation cites.</summary>
    public Citation? Source { get; init; }

    /// <summary>In a definition: whether the dose table of the drug gives the dose, one order for each of its lines; <c>{dose}</c> in the text.</summary>
    public bool IsByBand { get; init; }

    /// <summary>A further or larger dose of a drug that may already run (tocilizumab again, the next step of a steroid ladder).</summary>
    public bool IsRepeat { get; init; }
}

/// <summary>Another dose for a draft order; the rest of the order stays as it was written.</summary>
public sealed record DoseChange : Order
{
    /// <summary>Reference of the draft order; null in a definition, which holds for any.</summary>
    public string? Target { get; init; }

    /// <summary>Drug of the draft order; null in a definition, which holds for any.</summary>
    public string? DrugId { get; init; }

    /// <summary>Route of the draft order, or of the dose that the regimens plan; null while it is open.</summary>
    public Route? Route { get; init; }

    /// <summary>Amount of one dose; null until it is worked out from the regimens, and where the body size for it is not known.</summary>
    public decimal? DoseAmount { get; init; }

    /// <summary>UCUM unit of one dose.</summary>
    public string? DoseUnit { get; init; }

    /// <summary>Facts that lack to work out the amount (height, weight); empty when none does.</summary>
    public IReadOnlyList<string> DoseMissing { get; init; } = [];

    /// <summary>Another timing, or null to keep the one written.</summary>
    public Frequency? Frequency { get; init; }

    /// <summary>Whether the dose is the nearest one that the regimens plan.</summary>
    public bool ToRegimen { get; init; }
}

/// <summary>Removal of a draft order.</summary>
public sealed record OrderRemoval : Order
{
    /// <summary>Reference of the draft order; null in a definition, which holds for any.</summary>
    public string? Target { get; init; }
}

/// <summary>An examination or other service to request.</summary>
public sealed record ServiceOrder : Order
{
    /// <summary>Fact id or examination id that the request is for; its code is in the knowledge base or the value sets.</summary>
    public required string For { get; init; }

    /// <summary>The facts and examinations asked for with it, where it is a panel; empty for a single one.</summary>
    public IReadOnlyList<string> Includes { get; init; } = [];

    /// <summary>When it is due, counted from the day it was last done, or from the day asked about; null for now.</summary>
    public DueIn? DueIn { get; init; }

    /// <summary>The first and last day on which it is due, worked out for the patient; null for now.</summary>
    public (DateOnly First, DateOnly Last)? Due { get; init; }
}

/// <summary>A span ahead, both ends included: 2 to 3 months, or 4 to 6 weeks.</summary>
/// <param name="From">Earliest.</param>
/// <param name="To">Latest.</param>
/// <param name="InWeeks">Whether both are weeks; otherwise calendar months.</param>
public sealed record DueIn(int From, int To, bool InWeeks)
{
    /// <summary>The first and the last day of the span that begins on a day.</summary>
    public (DateOnly First, DateOnly Last) After(DateOnly day) => InWeeks ? (day.PlusDays(From * 7), day.PlusDays(To * 7)) : (day.PlusMonths(From), day.PlusMonths(To));
}
