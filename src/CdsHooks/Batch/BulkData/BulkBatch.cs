using System.Runtime.CompilerServices;

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
    /// <param name="token">Ends it; what is complete is kept.</param>
    public async Task<BatchCounts> RunAsync(string? output, RunState wanted, Func<string, BatchRun> runOf, CancellationToken token)
    {
        string folder = output is null ? Directory.CreateTempSubdirectory("cds-batch-").FullName : output + ".work";
        WorkFolder work = WorkFolder.Open(folder, wanted);
        int partitions = (int)Math.Clamp(inputs.Sum(input => new FileInfo(input.File!).Length) / bytesOfPartition, 1, 10_000);
        BatchCounts counts = await AssessAsync(work, partitions, runOf(work.State.AsOf), token);
        await using (var file = BatchOutput.Open(output))
        {
            foreach (string part in new[] { work.Errors }.Concat(Enumerable.Range(0, partitions).Select(work.Part)))
            {
                await using var lines = new FileStream(part, FileMode.Open, FileAccess.Read);
                await lines.CopyToAsync(file.Stream, token);
            }

            file.Complete();
        }

        work.Delete();
        return counts;
    }

    private async Task<BatchCounts> AssessAsync(WorkFolder work, int partitions, BatchRun run, CancellationToken token)
    {
        using var groups = PatientGroups.Open(work.Path);
        if (!work.IsGrouped) await GroupAsync(work, groups, partitions, token);
        using var progress = new BatchProgress(messages, null, "patients", TimeProvider.System);
        BatchCounts counts = CountsOf(work.Errors);
        for (int partition = 0; partition < partitions; partition++)
        {
            if (!File.Exists(work.Part(partition)))
            {
                await using var part = BatchOutput.Open(work.Part(partition));
                await run.RunAsync(GroupedBundles.Of(groups.Partition(partition), longest), part.Stream, new Behind(progress, counts), token);
                part.Complete();
            }

            counts = counts.Plus(CountsOf(work.Part(partition)));
            progress.Report(counts);
        }

        return counts;
    }

    private async Task GroupAsync(WorkFolder work, PatientGroups groups, int partitions, CancellationToken token)
    {
        await using (var errors = new FileStream(work.Errors, FileMode.Create, FileAccess.Write))
        {
            using var progress = new BatchProgress(messages, BatchInput.LengthOf(inputs), "resources", TimeProvider.System);
            var export = new BulkExport(inputs, longest);
            await groups.FillAsync(
                Counted(export.ReadAsync((source, fault) => errors.Write(BatchAssessor.ErrorLine(source, fault, null).Bytes.Span), token), progress, token), partitions, token);
        }

        work.MarkGrouped();
    }

    private static async IAsyncEnumerable<BulkResource> Counted(
        IAsyncEnumerable<BulkResource> resources, BatchProgress progress, [EnumeratorCancellation] CancellationToken token)
    {
        var counts = default(BatchCounts);
        await foreach (BulkResource resource in resources.WithCancellation(token))
        {
            counts = counts with { Assessed = counts.Assessed + 1, BytesRead = counts.BytesRead + resource.Json.Length + 1 };
            progress.Report(counts);
            yield return resource;
        }
    }

    /// <summary>How many lines of either kind a file of answers holds: error lines begin as no assessment does.</summary>
    private static BatchCounts CountsOf(string file)
    {
        var counts = default(BatchCounts);
        foreach (string line in File.ReadLines(file))
        {
            counts = line.StartsWith(BatchAssessor.BeginOfError, StringComparison.Ordinal) ? counts with { Failed = counts.Failed + 1 } : counts with { Assessed = counts.Assessed + 1 };
        }

        return counts;
    }

    /// <summary>Adds what was done before to what is reported.</summary>
    private sealed class Behind(BatchProgress progress, BatchCounts before) : IProgress<BatchCounts>
    {
        public void Report(BatchCounts value) => progress.Report(before.Plus(value));
    }
}
