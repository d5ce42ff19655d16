namespace Cds.CdsHooks.Tests.Batch.Queue;

/// <summary>Tests that set the environment variables of the object store run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class EnvironmentOfBuckets
{
    public const string Name = "bucket";
}
