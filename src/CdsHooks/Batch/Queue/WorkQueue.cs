using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Hangfire.States;
using Hangfire.Storage;
using Npgsql;

namespace Cds.CdsHooks.Batch.Queue;

/// <summary>The queue of partitions in PostgreSQL. It holds the name of a run and a number for each, nothing of patients.</summary>
internal sealed class WorkQueue
{
    /// <summary>Name of the queue, and of its schema in the database.</summary>
    public const string Name = "cds_queue";

    // A worker that works says so every few seconds; one that has been silent for as long has died, and its partition goes to another.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private WorkQueue(PostgreSqlStorage storage) => Storage = storage;

    /// <summary>Where it is kept.</summary>
    public PostgreSqlStorage Storage { get; }

    /// <summary>Opens it, and makes its tables at the first time.</summary>
    /// <param name="connection">Connection string.</param>
    public static WorkQueue Open(string connection)
    {
        var options = new PostgreSqlStorageOptions
        {
            SchemaName = Name, UseSlidingInvisibilityTimeout = true, InvisibilityTimeout = Silence, QueuePollInterval = Poll, PrepareSchemaIfNecessary = true,
            // A lock is a row that its holder deletes after milliseconds; one that was killed meanwhile leaves it, and by default its partition would wait for ten minutes.
            DistributedLockTimeout = Silence,
        };
        return new WorkQueue(new PostgreSqlStorage(new NpgsqlConnectionFactory(connection, options), options));
    }

    /// <summary>Hands a partition to whatever worker comes first.</summary>
    /// <param name="run">Name of the run.</param>
    /// <param name="partition">Number.</param>
    /// <returns>Id of the job.</returns>
    /// <exception cref="QueueUnavailableException">The database does not answer.</exception>
    public string Enqueue(string run, int partition)
    {
        try
        {
            return new BackgroundJobClient(Storage).Create<PartitionJob>(job => job.RunAsync(run, partition, CancellationToken.None), new EnqueuedState(Name));
        }
        catch (BackgroundJobClientException exception)
        {
            throw new QueueUnavailableException($"The queue takes no work: {exception.InnerException?.Message}", exception);
        }
    }

    /// <summary>How a job stands, in the words of Hangfire; null when the database knows no such job.</summary>
    /// <exception cref="QueueUnavailableException">The database does not answer.</exception>
    public string? StateOf(string job)
    {
        try
        {
            using IStorageConnection connection = Storage.GetConnection();
            return connection.GetStateData(job)?.Name;
        }
        catch (NpgsqlException exception)
        {
            throw new QueueUnavailableException($"The queue does not answer: {exception.Message}", exception);
        }
    }
}
