namespace Cds.CdsHooks.Tests.Limits;

/// <summary>Tests that hold the threads others run on: they run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class HoldsThreadPool
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "holds the thread pool";
}
