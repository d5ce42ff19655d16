namespace Cds.CdsHooks.Limits;

/// <summary>The thread pool of .NET.</summary>
internal sealed class PoolThreads : IThreads
{
    public int Count => ThreadPool.ThreadCount;

    public long Waiting => ThreadPool.PendingWorkItemCount;

    public long Finished => ThreadPool.CompletedWorkItemCount;

    public int Fewest
    {
        get
        {
            ThreadPool.GetMinThreads(out int workers, out _);
            return workers;
        }

        set
        {
            ThreadPool.GetMinThreads(out _, out int ports);
            ThreadPool.SetMinThreads(value, ports);
        }
    }
}
