namespace Cds.Knowledge.Patients;

/// <summary>A drug order being written of which nobody can tell what drug it is: no rule looked at it.</summary>
/// <param name="Resource">FHIR reference of the order, or its place in the request.</param>
/// <param name="Reason">Why it could not be identified.</param>
/// <param name="IsSelected">Whether the answer has to judge it.</param>
public sealed record UnidentifiedDraft(string Resource, UnidentifiedReason Reason, bool IsSelected)
{
    /// <summary>The code or text that it came with, as sent; null for none.</summary>
    public string? Named { get; init; }
}

/// <summary>Why a draft order could not be identified.</summary>
public enum UnidentifiedReason
{
    /// <summary>It names no drug.</summary>
    NoDrug,

    /// <summary>Its code is of a list that is not known here, or its text stands for any drug.</summary>
    UnknownCode,

    /// <summary>It refers to a Medication that is not in the data.</summary>
    MissingMedication,

    /// <summary>It is damaged where it says what it is, or whether it is to be done.</summary>
    Damaged,
}
