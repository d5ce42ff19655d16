namespace Cds.Knowledge.Patients;

/// <summary>
/// What the record says of one patient, free of FHIR: everything that the evaluator may use. Values are in canonical units; whatever
/// could not be used is in <see cref="Notes"/>. Dates after <c>asOf</c> may be present; the evaluator leaves them out.
/// </summary>
public sealed record PatientFacts
{
    /// <summary>Reference of the patient, for example <c>Patient/p1</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>Date of birth, at its precision; null when not recorded.</summary>
    public ClinicalDate? BirthDate { get; init; }

    /// <summary>Administrative sex.</summary>
    public Sex Sex { get; init; } = Sex.Unknown;

    /// <summary>Observed facts in any order.</summary>
    public IReadOnlyList<ObservedFact> Observations { get; init; } = [];

    /// <summary>Measured numbers that could not be read, in any order.</summary>
    public IReadOnlyList<UnreadValue> UnreadValues { get; init; } = [];

    /// <summary>Recorded conditions that the knowledge base knows.</summary>
    public IReadOnlyList<RecordedCondition> Conditions { get; init; } = [];

    /// <summary>Drug records that the knowledge base knows.</summary>
    public IReadOnlyList<DrugRecord> DrugRecords { get; init; } = [];

    /// <summary>Procedures that the knowledge base knows.</summary>
    public IReadOnlyList<RecordedProcedure> Procedures { get; init; } = [];

    /// <summary>Recorded allergies to drugs that the knowledge base knows.</summary>
    public IReadOnlyList<RecordedAllergy> Allergies { get; init; } = [];

    /// <summary>Drug orders being written, for the hooks that judge them; the record of what was given never holds them.</summary>
    public IReadOnlyList<DraftOrder> DraftOrders { get; init; } = [];

    /// <summary>Drug orders being written that could not be identified: nothing was judged of them.</summary>
    public IReadOnlyList<UnidentifiedDraft> UnidentifiedDrafts { get; init; } = [];

    /// <summary>Examinations and services being ordered.</summary>
    public IReadOnlyList<DraftService> DraftServices { get; init; } = [];

    /// <summary>Examinations and services with an active order on record; like a draft, one of these need not be asked for again.</summary>
    public IReadOnlyList<OrderedService> OrderedServices { get; init; } = [];

    /// <summary>Which parts of the recorded history were read completely: there, what is not recorded counts as absent.</summary>
    public RecordedHistory KnownHistory { get; init; } = RecordedHistory.All;

    /// <summary>Whether records were sent and every one of them names another patient (an id of before a merge, or a wrong one): nothing is known of this one.</summary>
    public bool IsAllOfOthers { get; init; }

    /// <summary>Records that nobody can say what they stand for: in their parts of the history, what is not recorded is unknown.</summary>
    public IReadOnlyList<UnidentifiedRecord> Unidentified { get; init; } = [];

    /// <summary>Whether the patient has died; the day may be unknown.</summary>
    public bool IsDeceased { get; init; }

    /// <summary>When the patient died; null while alive or when the day is not recorded.</summary>
    public ClinicalDate? Died { get; init; }

    /// <summary>Whether the patient was dead at a moment, as far as the record says so.</summary>
    public bool IsDeceasedAt(DateTime moment) => IsDeceased && (Died is not { } died || died.IsOnOrBefore(moment) != Truth.False);

    /// <summary>What was ignored while reading, and why.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];
}

/// <summary>Administrative sex; only used for reference limits and creatinine clearance.</summary>
public enum Sex
{
    /// <summary>Not recorded or other.</summary>
    Unknown,

    /// <summary>Female.</summary>
    Female,

    /// <summary>Male.</summary>
    Male,
}

/// <summary>Parts of the recorded history that are read as closed-world when they were obtained completely.</summary>
[Flags]
public enum RecordedHistory
{
    /// <summary>Nothing is known to be complete.</summary>
    None = 0,

    /// <summary>Conditions.</summary>
    Conditions = 1,

    /// <summary>Medication requests, statements, administrations and dispenses.</summary>
    Medications = 2,

    /// <summary>Procedures.</summary>
    Procedures = 4,

    /// <summary>Allergies and intolerances.</summary>
    Allergies = 8,

    /// <summary>All of them.</summary>
    All = Conditions | Medications | Procedures | Allergies,
}
