using Cds.CdsHooks.Batch.Queue;
using Cds.CdsHooks.Tests.Store;
using Hangfire.Storage;

namespace Cds.CdsHooks.Tests.Batch.Queue;

/// <summary>What a worker that was killed leaves behind in the database does not hold its partition back.</summary>
public sealed class WorkQueueTests
{
    [Theory]
    [InlineData(20, false)]
    [InlineData(40, true)]
    public async Task A_lock_of_a_worker_that_was_killed_holds_a_partition_back_for_half_a_minute_at_most(int secondsAgo, bool isFree)
    {
        PostgreSqlServer database = await PostgreSqlServer.PrepareAsync();
        WorkQueue queue = WorkQueue.Open(database.Connection);
        string resource = $"job:{Guid.NewGuid()}:state-lock";
        await database.ExecuteAsync($"insert into cds_queue.lock (resource, acquired) values ('cds_queue:{resource}', timezone('utc', now()) - interval '{secondsAgo} seconds')");

        using IStorageConnection connection = queue.Storage.GetConnection();
        Exception? refused = Record.Exception(() => connection.AcquireDistributedLock(resource, TimeSpan.FromSeconds(1)).Dispose());

        Assert.Equal(isFree, refused is null);
    }
}
