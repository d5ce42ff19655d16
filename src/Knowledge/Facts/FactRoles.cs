namespace Cds.Knowledge.Facts;

/// <summary>Groups in which observations are asked for; each is a prefetch key of the services.</summary>
public enum PrefetchGroup
{
    /// <summary>Laboratory chemistry and blood counts.</summary>
    Chemistry,

    /// <summary>M-protein, marrow, residual disease, plasmacytomas.</summary>
    MyelomaMarkers,

    /// <summary>Immunoglobulins and free light chains.</summary>
    Immunoglobulins,

    /// <summary>Chromosomes and genes.</summary>
    Cytogenetics,

    /// <summary>Serology and virus tests.</summary>
    Infections,

    /// <summary>Status, vital signs, imaging and findings.</summary>
    Findings,
}

/// <summary>Codes that are read from text by a grammar of their own.</summary>
public enum CodeReading
{
    /// <summary>Type of the M-protein.</summary>
    Isotype,

    /// <summary>Stage of the ISS.</summary>
    Iss,

    /// <summary>Stage of the revised ISS.</summary>
    RIss,

    /// <summary>Blood group.</summary>
    BloodGroup,
}

/// <summary>Which types of the M-protein an immunofixation may name.</summary>
public enum IsotypeTold
{
    /// <summary>Any (serum).</summary>
    Any,

    /// <summary>Only with a heavy chain: urine shows the light chain alone, whatever the heavy chain in serum.</summary>
    WithHeavyChain,
}
