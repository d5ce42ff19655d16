namespace Cds.Knowledge.Computations;

/// <summary>Limits of facts that are computed from others (<c>computations/derived.yaml</c>).</summary>
public sealed record DerivedLimits
{
    /// <summary>Albumin below which calcium is corrected, and up to which, g/dL.</summary>
    public required decimal CorrectionAlbumin { get; init; }

    /// <summary>Days before the latest creatinine in which its lowest value counts.</summary>
    public required int CreatinineRiseDays { get; init; }

    /// <summary>Rise of creatinine that makes an earlier clearance outdated.</summary>
    public required Threshold ClearanceOutdatedRise { get; init; }

    /// <summary>Days around a clearance in which a creatinine belongs to it.</summary>
    public required int ClearanceCreatinineDays { get; init; }

    /// <summary>Multiple of the older M-protein that is a fast rise.</summary>
    public required Threshold FastRiseTimes { get; init; }

    /// <summary>Rise of the M-protein that is fast, g/dL.</summary>
    public required Threshold FastRiseAmount { get; init; }

    /// <summary>Rise of the M-protein in urine that is fast, mg in 24 hours.</summary>
    public required Threshold FastRiseUrine { get; init; }

    /// <summary>Rise of the involved light chain that is fast, mg/L.</summary>
    public required Threshold FastRiseLightChain { get; init; }

    /// <summary>Days to which a rise is reckoned.</summary>
    public required int FastRiseDays { get; init; }

    /// <summary>Rise of the M-protein soon after diagnosis that is evolving.</summary>
    public required Threshold EvolvingEarlyRise { get; init; }

    /// <summary>Months after diagnosis that are early.</summary>
    public required int EvolvingEarlyMonths { get; init; }

    /// <summary>Rise of the M-protein later that is evolving.</summary>
    public required Threshold EvolvingRise { get; init; }

    /// <summary>Fall of hemoglobin that is evolving, g/dL.</summary>
    public required Threshold EvolvingHemoglobinFall { get; init; }

    /// <summary>Months after diagnosis in which evolving patterns count.</summary>
    public required int EvolvingMonths { get; init; }

    /// <summary>Days around the diagnosis in which a value is the one at diagnosis.</summary>
    public required int DiagnosisDays { get; init; }
}
