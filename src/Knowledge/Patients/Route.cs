namespace Cds.Knowledge.Patients;

/// <summary>Route of administration.</summary>
public enum Route
{
    /// <summary>By mouth.</summary>
    Oral,

    /// <summary>Intravenous.</summary>
    Intravenous,

    /// <summary>Subcutaneous.</summary>
    Subcutaneous,
}
