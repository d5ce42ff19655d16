namespace Cds.Knowledge.Computations;

/// <summary>Limits of lines of therapy and of what a drug record means (<c>computations/lines.yaml</c>).</summary>
public sealed record LineLimits
{
    /// <summary>Days without treatment after which a new drug begins a new line.</summary>
    public required int GapDays { get; init; }

    /// <summary>Days without treatment after which the same drugs begin a new line.</summary>
    public required int LongGapDays { get; init; }

    /// <summary>Days after an autologous transplant in which nothing begins a new line without progression.</summary>
    public required int AfterTransplantDays { get; init; }

    /// <summary>Days within which drugs that begin are one regimen.</summary>
    public required int SameRegimenDays { get; init; }

    /// <summary>Days before a transplant in which melphalan is its conditioning.</summary>
    public required int ConditioningDays { get; init; }

    /// <summary>Dose of melphalan that is conditioning, mg/m2; never an oral regimen dose.</summary>
    public required Threshold ConditioningMelphalan { get; init; }

    /// <summary>Days before a harvest in which cyclophosphamide mobilises stem cells.</summary>
    public required int MobilisationDays { get; init; }

    /// <summary>Days before CAR-T cells in which cyclophosphamide depletes lymphocytes.</summary>
    public required int LymphodepletionDays { get; init; }

    /// <summary>Dexamethasone in 28 days that is high-dose treatment, mg.</summary>
    public required Threshold HighDoseDexamethasone { get; init; }

    /// <summary>Days after which an open order without a sign of it no longer proves anything.</summary>
    public required int ForgottenOrderDays { get; init; }
}
