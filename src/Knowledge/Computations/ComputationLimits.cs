namespace Cds.Knowledge.Computations;

/// <summary>The numbers that code computes with, typed; every one of them is an entry of <c>computations/*.yaml</c>.</summary>
public sealed record ComputationLimits
{
    /// <summary>Response to a line of therapy.</summary>
    public required ResponseLimits Response { get; init; }

    /// <summary>Progression.</summary>
    public required ProgressionLimits Progression { get; init; }

    /// <summary>Ratio of the free light chains.</summary>
    public required LightChainLimits LightChains { get; init; }

    /// <summary>Measurable residual disease.</summary>
    public required ResidualDiseaseLimits ResidualDisease { get; init; }

    /// <summary>Lines of therapy.</summary>
    public required LineLimits Lines { get; init; }

    /// <summary>Phase of treatment.</summary>
    public required PhaseLimits Phase { get; init; }

    /// <summary>Days after the last dose in which progression makes the disease refractory to the drug.</summary>
    public required int RefractoryDays { get; init; }

    /// <summary>Derived facts.</summary>
    public required DerivedLimits Derived { get; init; }

    /// <summary>The ids of all these limits, by what they take part in.</summary>
    public required ILookup<LimitGroup, string> Groups { get; init; }
}
