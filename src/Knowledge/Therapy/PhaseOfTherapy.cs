namespace Cds.Knowledge.Therapy;

/// <summary>Where a patient is in treatment.</summary>
public enum PhaseOfTherapy
{
    /// <summary>No treatment so far.</summary>
    Untreated,

    /// <summary>On treatment.</summary>
    OnTreatment,

    /// <summary>On maintenance.</summary>
    Maintenance,

    /// <summary>The last dose was some time ago.</summary>
    OffTreatment,

    /// <summary>Progression since the latest line began, and no new line.</summary>
    Relapsed,
}

/// <summary>Phases as answers.</summary>
public static class PhasesOfTherapy
{
    /// <summary>The phase as the answer of its conclusion (<c>off-treatment</c>).</summary>
    public static CodeAnswer ToAnswer(this PhaseOfTherapy phase) => new(KebabCase.Of(phase.ToString()));
}
