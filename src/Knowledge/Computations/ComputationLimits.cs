namespace Cds.Knowledge.Computations;

/// <summary>The numbers that code computes with, typed; every one of them is an entry of <c>computations/*.yaml</c>.</summary>
public sealed record ComputationLimits
{
    /// <summary>Response to a line of therapy.</summary>
    public required ResponseLimits Response { get; init; }
}
