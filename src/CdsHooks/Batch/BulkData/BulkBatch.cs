using System.Runtime.CompilerServices;
using Cds.CdsHooks.Batch.Register;

namespace Cds.CdsHooks.Batch.BulkData;

/// <summary>
/// Assesses the patients of an export: groups the resources by patient, then answers one partition of patients after the other. Error lines of the input
/// come first, then the patients.
/// </summary>
internal sealed class BulkBatch(IReadOnlyList<BatchInput> inputs, int longest, TextWriter messages, long bytesOfPartition = BulkBatch.BytesOfPartition)
{
    // Small enough that little is lost by a kill, large enough that a partition is worth its query.
    private const long BytesOfPartition = 32 * 1024 * 1024;

    /// <summary>Runs, or goes on with a run that was broken off.</summary>
    /// <param name="output">File; null for standard output.</param>
    /// <param name="wanted">What the run is about.</param>
    /// <param name="runOf">The assessing run for a moment.</param>
    /// <param name="place">Where the folder for work stands when no file is written: a run with neither begins anew after it was broken off.</param>
    /// <param name="register">What is made of all entries; null when nothing is.</param>
    /// <param name="token">Ends it; what is complete is kept.</param>
    public async Task<BatchCounts> RunAsync(string? output, RunState wanted, Func<string, BatchRun> runOf, string? place, RegisterStep? register, CancellationToken token)
    {
        place = output is null or BatchOutput.Nothing ? place : output;
        string folder = place is null ? Directory.CreateTempSubdirectory("cds-batch-").FullName : place + ".work";
        WorkFolder work = WorkFolder.Open(folder, wanted);
        int partitions = PartitionsOf(inputs, bytesOfPartition);
        BatchCounts counts = await AssessAsync(work, output, partitions, runOf(work.State.AsOf), register is not null, token);
        if (register is not null) await register(work.Path, [.. Enumerable.Range(0, partitions).Select(work.Entries)], work.State.AsOf, counts);
        work.Delete();
        return counts;
    }

    private async Task<BatchCounts> AssessAsync(WorkFolder work, string? output, int partitions, BatchRun run, bool keepsEntries, CancellationToken token)
    {
        using var groups = PatientGroups.Open(work.Path);
        if (!work.IsGrouped) await GroupAsync(work, groups, partitions, token);
        AnsweredParts done = work.AnsweredIn(output);
        await using var file = BatchOutput.OpenAt(output, done.Bytes);
        if (done.Partitions == 0) done = done with { Counts = await WriteErrorsAsync(work, file.Stream, token) };
        using var progress = IRunProgress.Begin(messages, groups.BytesFrom(done.Partitions), "patients");
        var counts = default(BatchCounts);
        for (int partition = done.Partitions; partition < partitions; partition++)
        {
            await using var entries = BatchOutput.Open(keepsEntries ? work.Entries(partition) : BatchOutput.Nothing);
            BatchCounts part = await run.RunAsync(GroupedBundles.Of(groups.Partition(partition), longest), file.Stream, entries.Stream, new RepeatedPatients(), new Behind(progress, counts), token);
            counts = counts.Plus(part);
            entries.Complete();
            // Noted last: where a partition is answered, its entries are there.
            done = new AnsweredParts(partition + 1, await file.FlushAsync(token), done.Counts.Plus(part));
            work.Note(done);
        }

        file.Complete();
        return done.Counts;
    }

    /// <summary>Puts the error lines of the input in front, and counts them.</summary>
    private static async Task<BatchCounts> WriteErrorsAsync(WorkFolder work, Stream output, CancellationToken token)
    {
        byte[] errors = await File.ReadAllBytesAsync(work.Errors, token);
        await output.WriteAsync(errors, token);
        return default(BatchCounts) with { Failed = errors.AsSpan().Count((byte)'\n') };
    }

    /// <summary>Over how many partitions the patients of an export are spread.</summary>
    public static int PartitionsOf(IReadOnlyList<BatchInput> inputs, long bytes) => (int)Math.Clamp(inputs.Sum(input => new FileInfo(input.File!).Length) / bytes, 1, 10_000);

    /// <summary>Groups the resources by patient; error lines of the input are kept beside.</summary>
    public async Task GroupAsync(WorkFolder work, PatientGroups groups, int partitions, CancellationToken token)
    {
        await using (var errors = new FileStream(work.Errors, FileMode.Create, FileAccess.Write))
        {
            using var progress = IRunProgress.Begin(messages, BatchInput.LengthOf(inputs), "resources");
            var export = new BulkExport(inputs, longest);
            await groups.FillAsync(
                Counted(export.ReadAsync((source, fault) => errors.Write(BatchAssessor.ErrorLine(source, fault, null).Bytes.Span), token), progress, token), partitions, token);
        }

        work.MarkGrouped();
    }

    private static async IAsyncEnumerable<BulkResource> Counted(
        IAsyncEnumerable<BulkResource> resources, IRunProgress progress, [EnumeratorCancellation] CancellationToken token)
    {
        var counts = default(BatchCounts);
        await foreach (BulkResource resource in resources.WithCancellation(token))
        {
            counts = counts with { Assessed = counts.Assessed + 1, BytesRead = counts.BytesRead + resource.Json.Length + 1 };
            progress.Report(counts);
            yield return resource;
        }
    }

    /// <summary>Adds what was done before to what is reported.</summary>
    private sealed class Behind(IRunProgress progress, BatchCounts before) : IProgress<BatchCounts>
    {
        public void Report(BatchCounts value) => progress.Report(before.Plus(value));
    }
}
