namespace Cds.Knowledge.Patients;

/// <summary>A condition of the problem list or of an encounter.</summary>
/// <param name="ConditionId">Condition id of the knowledge base, for example <c>interstitial-lung-disease</c>.</param>
/// <param name="IsCurrent">False for clinicalStatus inactive, remission or resolved: history, not current.</param>
/// <param name="Resource">FHIR reference.</param>
public sealed record RecordedCondition(string ConditionId, bool IsCurrent, string Resource)
{
    /// <summary>Whether the record says that the disease is in remission (clinicalStatus or the code itself): history, yet not gone.</summary>
    public bool InRemission { get; init; }

    /// <summary>Onset, else when it was recorded; null when neither is known.</summary>
    public ClinicalDate? Since { get; init; }

    /// <summary>Abatement, when recorded.</summary>
    public ClinicalDate? Until { get; init; }

    /// <summary>Whether its name said what it is, no code being known.</summary>
    public bool MatchedByText { get; init; }

    /// <summary>Whether the record grades it as severe; null when it does not grade it.</summary>
    public bool? IsSevere { get; init; }
}

/// <summary>A procedure that was done (status completed or in progress).</summary>
/// <param name="ProcedureId">Procedure id of the knowledge base, for example <c>autologous-transplant</c>.</param>
/// <param name="Performed">When; null when not recorded.</param>
/// <param name="Resource">FHIR reference.</param>
public sealed record RecordedProcedure(string ProcedureId, ClinicalDate? Performed, string Resource)
{
    /// <summary>Whether its name said what it is, no code being known.</summary>
    public bool MatchedByText { get; init; }
}

/// <summary>A recorded allergy or intolerance to a drug.</summary>
/// <param name="DrugId">Drug id of the knowledge base.</param>
/// <param name="Recorded">When it was recorded; null when not known.</param>
/// <param name="Resource">FHIR reference.</param>
public sealed record RecordedAllergy(string DrugId, ClinicalDate? Recorded, string Resource);
