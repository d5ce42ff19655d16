namespace Cds.Knowledge.Patients;

/// <summary>A condition that rules can ask about.</summary>
/// <param name="Id">Stable id, kebab case.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="IsPlasmaCellDisorder">Whether having it (now or in the past) makes the patient one of this service's.</param>
public sealed record ConditionDefinition(string Id, LocalizedText Title, bool IsPlasmaCellDisorder)
{
    /// <summary>
    /// Whether it is a plasma-cell disorder that is only watched (MGUS, smouldering myeloma: true) or one that has become active myeloma (false); null for any other condition.
    /// Baseline values last longer while the disease is only watched.
    /// </summary>
    public bool? IsAsymptomatic { get; init; }

    /// <summary>Conditions that a record of this one is not also a record of, although codes are shared: the more specific diagnosis is meant.</summary>
    public IReadOnlyList<string> NarrowerThan { get; init; } = [];

    /// <summary>Whether a record that names a plasma-cell disorder does not mean this condition too (another malignancy).</summary>
    public bool YieldsToPlasmaCellDisorder { get; init; }

    /// <summary>Whether regimens that name no condition are for it.</summary>
    public bool IsOfRegimens { get; init; }
}

/// <summary>A procedure that rules can ask about.</summary>
/// <param name="Id">Stable id, kebab case.</param>
/// <param name="Title">Name for readers.</param>
public sealed record ProcedureDefinition(string Id, LocalizedText Title)
{
    /// <summary>The event that it is, for rules that count from it; null for none.</summary>
    public SinceEvent? Event { get; init; }

    /// <summary>What some drugs are given for in the days before it (conditioning before a transplant); null for nothing.</summary>
    public DosePurpose? PrecededBy { get; init; }

    /// <summary>Whether it goes on for days, so that its last day counts as the day it was done.</summary>
    public bool IsCourse { get; init; }

    /// <summary>Fact that is present on the day it was done; null for none.</summary>
    public string? Shows { get; init; }
}

/// <summary>An action that an option may name and that is neither drug, regimen nor fact (<c>dental-referral</c>).</summary>
/// <param name="Id">Option id of the contract.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Order">Code under which it can be requested, if any.</param>
public sealed record ActionDefinition(string Id, LocalizedText Title, Facts.OrderCode? Order)
{
    /// <summary>Facts and examinations that one request for it covers (a panel); empty for a single one.</summary>
    public IReadOnlyList<string> Includes { get; init; } = [];
}
