using Cds.CdsHooks.Batch;
using Cds.CdsHooks.Tests.Store;

namespace Cds.CdsHooks.Tests.Batch.Queue;

/// <summary>Workers on several machines answer every patient exactly once, whatever becomes of one of them or of the database.</summary>
[Collection(EnvironmentOfBuckets.Name)]
public sealed class QueuedBatchTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    private readonly QueuedRunFixture _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task A_worker_killed_in_a_partition_and_a_database_that_crashes_cost_no_patient_and_none_is_answered_twice()
    {
        await using OwnPostgreSql database = await OwnPostgreSql.StartAsync();
        string[] expected = _run.Prepare(patients: 150, isExport: false);
        await using WorkerProcess first = await WorkerProcess.StartAsync(_run.Shared, database.Connection);
        await using WorkerProcess second = await WorkerProcess.StartAsync(_run.Shared, database.Connection);
        await using WorkerProcess third = await WorkerProcess.StartAsync(_run.Shared, database.Connection);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        Task<BatchCounts> run = _run.RunAsync(database.Connection, 15, isExport: false, patience.Token);
        await AnsweringAsync(first, run);
        await first.KillAsync();
        await database.CrashAsync();

        Assert.Equal(new BatchCounts(expected.Length, 0, 0), await run);
        Assert.Equal(expected, await File.ReadAllLinesAsync(_run.Output, TestContext.Current.CancellationToken));
        Assert.False(Directory.Exists(_run.Work));
        Assert.Empty(Directory.GetDirectories(_run.Shared));
        string kept = string.Concat(await database.ReadAsync("select invocationdata::text || arguments::text from cds_queue.job"))
            + string.Concat(await database.ReadAsync("select coalesce(reason, '') || coalesce(data::text, '') from cds_queue.state"));
        Assert.Contains("cds-run-", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("synthetic-", kept, StringComparison.Ordinal);
        Assert.Equal(0, await second.TerminateAsync());
        Assert.Equal(0, await third.TerminateAsync());
    }

    [Fact]
    public async Task A_worker_that_is_asked_to_end_ends_its_partition_first_and_another_answers_the_rest_of_the_export()
    {
        PostgreSqlServer database = await PostgreSqlServer.PrepareAsync();
        string[] expected = _run.Prepare(patients: 60, isExport: true);
        var entries = new List<string>();
        await using WorkerProcess first = await WorkerProcess.StartAsync(_run.Shared, database.Connection);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        Task<BatchCounts> run = _run.RunAsync(database.Connection, 6, isExport: true, patience.Token, register: async (_, files, _, _) =>
        {
            foreach (string file in files) entries.AddRange(await File.ReadAllLinesAsync(file));
        });
        await AnsweringAsync(first, run);
        Assert.Equal(0, await first.TerminateAsync());
        Assert.NotEmpty(Directory.GetFiles(_run.Work, "part-*.ndjson").Concat(Directory.GetFiles(_run.Shared, "out-*.ndjson", SearchOption.AllDirectories)));
        Assert.Empty(Directory.GetFiles(_run.Shared, "*.partial", SearchOption.AllDirectories));

        await using WorkerProcess second = await WorkerProcess.StartAsync(_run.Shared, database.Connection);
        Assert.Equal(expected.Length, (await run).Assessed);
        Assert.Equal(expected.Order(StringComparer.Ordinal), (await File.ReadAllLinesAsync(_run.Output, TestContext.Current.CancellationToken)).Order(StringComparer.Ordinal));
        Assert.Equal(expected.Length, entries.Count);
    }

    [Fact]
    public async Task Machines_that_share_no_folder_share_a_bucket()
    {
        PostgreSqlServer database = await PostgreSqlServer.PrepareAsync();
        await using BucketServer bucket = await BucketServer.StartAsync();
        using var environment = new ProcessEnvironment(BucketServer.Environment());
        string[] expected = _run.Prepare(patients: 30, isExport: true);
        string place = $"{bucket.Url}/{BucketServer.Bucket}/runs";
        await using WorkerProcess worker = await WorkerProcess.StartAsync(place, database.Connection);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        int entries = 0;
        BatchCounts counts = await _run.RunAsync(
            database.Connection, 3, isExport: true, patience.Token, shared: place, register: async (_, files, _, _) =>
            {
                foreach (string file in files) entries += (await File.ReadAllLinesAsync(file)).Length;
            });

        Assert.Equal(expected.Length, counts.Assessed);
        Assert.Equal(expected.Order(StringComparer.Ordinal), (await File.ReadAllLinesAsync(_run.Output, TestContext.Current.CancellationToken)).Order(StringComparer.Ordinal));
        Assert.Equal(expected.Length, entries);
        Assert.Empty(bucket.Objects);
        Assert.All(bucket.Seen.Where(request => request.Method != "GET"), request => Assert.StartsWith($"/{BucketServer.Bucket}/runs/cds-run-", request.Path, StringComparison.Ordinal));
        Assert.Equal(0, await worker.TerminateAsync());
    }

    private static async Task AnsweringAsync(WorkerProcess worker, Task run)
    {
        while (!worker.IsAnswering)
        {
            Assert.False(run.IsCompleted, "The run ended before this worker had a partition.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
