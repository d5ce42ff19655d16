namespace Cds.CdsHooks.Batch.Queue;

/// <summary>Settings of the queue of partitions, section <c>Cds:Queue</c>.</summary>
public sealed class QueueOptions
{
    /// <summary>Whether the service shows the queue in the database of <c>Cds:Store:PostgreSql</c> under <c>/queue</c>, to clients that sign in. Default false.</summary>
    public bool Dashboard { get; set; }
}
