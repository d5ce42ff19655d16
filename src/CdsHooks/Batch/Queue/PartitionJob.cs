using Hangfire;

namespace Cds.CdsHooks.Batch.Queue;

/// <summary>The job that stands in the queue, by its name.</summary>
/// <param name="run">Answers a partition: name of the run, number, token.</param>
public sealed class PartitionJob(Func<string, int, CancellationToken, Task> run)
{
    /// <summary>Answers a partition. It may be called more than once; the answers are the same.</summary>
    /// <param name="name">Name of the run.</param>
    /// <param name="partition">Number.</param>
    /// <param name="token">The worker is to end.</param>
    [AutomaticRetry(Attempts = 3, DelaysInSeconds = [2, 10, 60], OnAttemptsExceeded = AttemptsExceededAction.Fail)]
    public Task RunAsync(string name, int partition, CancellationToken token) => run(name, partition, token);
}
