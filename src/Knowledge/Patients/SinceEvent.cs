namespace Cds.Knowledge.Patients;

/// <summary>An event after which data start to count.</summary>
public enum SinceEvent
{
    /// <summary>The latest CAR-T infusion.</summary>
    CarTInfusion,

    /// <summary>The present episode of cytokine release after the latest CAR-T infusion: a recorded grade 0 closes the one before.</summary>
    CrsEpisode,

    /// <summary>The present episode of neurological events after the latest CAR-T infusion: from its first recorded grade of 1 or more.</summary>
    NeurotoxicityEpisode,

    /// <summary>The latest autologous transplant.</summary>
    AutologousTransplant,

    /// <summary>The start of the latest line of therapy.</summary>
    LineStart,

    /// <summary>The first record of a plasma-cell disorder.</summary>
    Diagnosis,

    /// <summary>The last dose of treatment against the myeloma (today while it runs).</summary>
    LastDose,

    /// <summary>The last dose of fludarabine: the end of lymphodepletion.</summary>
    Lymphodepletion,
}
