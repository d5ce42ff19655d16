namespace Cds.Knowledge.Patients;

/// <summary>What an anti-myeloma drug was given for. Only treatment starts a line of therapy.</summary>
public enum DosePurpose
{
    /// <summary>Treatment of the disease.</summary>
    Treatment,

    /// <summary>Melphalan before a transplant.</summary>
    Conditioning,

    /// <summary>Cyclophosphamide before the harvest of stem cells (jsh-2023, algorithm: high-dose cyclophosphamide with G-CSF).</summary>
    Mobilisation,

    /// <summary>Cyclophosphamide in the days before CAR-T cells; not directed at the myeloma.</summary>
    Lymphodepletion,
}
