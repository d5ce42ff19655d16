using Cds.CdsHooks.Batch.BulkData;

namespace Cds.CdsHooks.Batch.Queue;

/// <summary>Lays the patients of a run where all machines see them, a partition a file.</summary>
/// <param name="inputs">Files.</param>
/// <param name="longest">Longest line in bytes.</param>
/// <param name="shared">The place that all machines see.</param>
/// <param name="messages">Where progress is said.</param>
/// <param name="bytesOfPartition">About how many bytes a partition has.</param>
internal sealed class QueuePlanner(IReadOnlyList<BatchInput> inputs, int longest, ISharedFiles shared, TextWriter messages, long bytesOfPartition = QueuePlanner.BytesOfPartition)
{
    // Less than a minute's work; what a killed worker had begun is begun again.
    private const long BytesOfPartition = 32 * 1024 * 1024;

    /// <summary>Lays out the partitions of a run. Broken off, it is done again.</summary>
    /// <param name="work">Folder for work of this process.</param>
    /// <param name="run">The run, still without partitions.</param>
    /// <param name="token">Ends it.</param>
    /// <returns>The run with its partitions.</returns>
    /// <exception cref="IOException">The files cannot be used.</exception>
    public async Task<QueuedRun> PlanAsync(WorkFolder work, QueuedRun run, CancellationToken token)
    {
        // Noted first, so that what was laid out is found again however this ends.
        run.WriteNote(work.Path);
        var files = RunFiles.Of(run.Name);
        bool isExport = await BulkExport.IsAsync(inputs, longest, token);
        QueuedRun planned = run with { Parts = isExport ? await LayGroupsAsync(work, files, token) : await LayLinesAsync(work, files, token) };
        await shared.WriteAsync(files.Plan, output => planned.WriteAsync(output, token), token);
        planned.WriteNote(work.Path);
        return planned;
    }

    private async Task<IReadOnlyList<QueuedPart>> LayLinesAsync(WorkFolder work, RunFiles files, CancellationToken token)
    {
        await File.WriteAllTextAsync(work.Errors, "", token);
        var parts = new List<QueuedPart>();
        foreach (BatchInput input in inputs)
        {
            IReadOnlyList<FileSlice> slices = input.IsPacked ? [FileSlice.Whole(input.File!)] : FileSlice.Cut(input.File!, bytesOfPartition);
            foreach (FileSlice slice in slices)
            {
                var part = new QueuedPart(input.Name, slice.FirstLine) { IsPacked = input.IsPacked };
                await shared.WriteAsync(files.Patients(parts.Count, part), output => slice.CopyAsync(input.File!, output, token), token);
                parts.Add(part);
            }
        }

        return parts;
    }

    private async Task<IReadOnlyList<QueuedPart>> LayGroupsAsync(WorkFolder work, RunFiles files, CancellationToken token)
    {
        int partitions = BulkBatch.PartitionsOf(inputs, bytesOfPartition);
        var group = new QueuedPart(null, 0);
        using var groups = PatientGroups.Open(work.Path);
        if (!work.IsGrouped) await new BulkBatch(inputs, longest, messages).GroupAsync(work, groups, partitions, token);
        string local = Path.Combine(work.Path, "group.parquet");
        for (int partition = 0; partition < partitions; partition++)
        {
            groups.WritePart(partition, local);
            await shared.WriteAsync(files.Patients(partition, group), output => FileSlice.Whole(local).CopyAsync(local, output, token), token);
        }

        File.Delete(local);
        return [.. Enumerable.Repeat(group, partitions)];
    }
}
