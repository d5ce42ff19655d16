namespace Cds.Knowledge.Therapy;

/// <summary>The disease got worse: a recorded status, or IMWG progression in the M-protein or free-light-chain series.</summary>
/// <param name="Day">The day it was first seen; the first that a date without a day allows.</param>
/// <param name="Basis">The data that show it.</param>
public sealed record Progression(DateOnly Day, Basis Basis)
{
    /// <summary>The last day on which it can have been first seen; <see cref="Day"/> where the day is known.</summary>
    public DateOnly LatestDay { get; init; } = Day;
}
