namespace Cds.Knowledge.Patients;

/// <summary>One record that a drug was given, dispensed, ordered or is being taken.</summary>
/// <param name="DrugId">Drug id of the knowledge base.</param>
/// <param name="Source">Kind of record.</param>
/// <param name="Status">Whether it may still run.</param>
/// <param name="Resource">FHIR reference.</param>
public sealed record DrugRecord(string DrugId, DrugRecordSource Source, DrugRecordStatus Status, string Resource)
{
    /// <summary>First day of the period (or the only day); null when the record gives no date.</summary>
    public ClinicalDate? Start { get; init; }

    /// <summary>Last day of the period; null when open.</summary>
    public ClinicalDate? End { get; init; }

    /// <summary>Amount of one dose, in <see cref="DoseUnit"/>; null when not recorded.</summary>
    public decimal? DoseAmount { get; init; }

    /// <summary>UCUM unit of one dose (<c>mg</c>, <c>mg/m2</c>, ...).</summary>
    public string? DoseUnit { get; init; }

    /// <summary>The time in which doses are counted.</summary>
    public const int CountedDays = 28;

    /// <summary>Planned doses in 28 days, when the timing says so.</summary>
    public decimal? DosesPer28Days { get; init; }

    /// <summary>Days from the first dose to the last, where both are known; null otherwise.</summary>
    public decimal? CourseDays => Start is { } start && End is { } end ? end.LatestDay.DayNumber - start.EarliestDay.DayNumber + 1 : null;

    /// <summary>Whether the drug was recognised by its text only.</summary>
    public bool MatchedByText { get; init; }

    /// <summary>The line of therapy that the record itself says it belongs to, from 1; null when it says none.</summary>
    public int? RecordedLine { get; init; }

    /// <summary>Whether the record says that the disease is refractory to the drug.</summary>
    public bool IsRecordedRefractory { get; init; }
}

/// <summary>Kinds of drug records.</summary>
public enum DrugRecordSource
{
    /// <summary>MedicationAdministration: one dose or an infusion period.</summary>
    Administration,

    /// <summary>MedicationStatement.</summary>
    Statement,

    /// <summary>MedicationDispense.</summary>
    Dispense,

    /// <summary>MedicationRequest with an order intent.</summary>
    Request,
}

/// <summary>Whether a drug record may still run.</summary>
public enum DrugRecordStatus
{
    /// <summary>Status active: an open end means that it runs.</summary>
    Active,

    /// <summary>Completed or stopped: an open end means that the last day is unknown.</summary>
    Ended,

    /// <summary>On hold: it began, and does not run now.</summary>
    OnHold,
}
