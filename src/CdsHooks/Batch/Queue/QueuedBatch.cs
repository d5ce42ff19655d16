using System.Globalization;
using Cds.CdsHooks.Batch.BulkData;
using Cds.CdsHooks.Batch.Register;

namespace Cds.CdsHooks.Batch.Queue;

/// <summary>
/// A run whose partitions are answered by workers on any number of machines. This process plans them, waits until all answers lie in the folder for work, and puts
/// them together; started again after it was broken off, it hands out what is not answered yet.
/// </summary>
/// <param name="inputs">Files, in the shared folder unless they are an export.</param>
/// <param name="longest">Longest line in bytes.</param>
/// <param name="shared">The folder that all machines see.</param>
/// <param name="queue">Where partitions are handed out.</param>
/// <param name="messages">Where progress is said.</param>
/// <param name="bytesOfPartition">About how many bytes a partition has.</param>
internal sealed class QueuedBatch(IReadOnlyList<BatchInput> inputs, int longest, string shared, WorkQueue queue, TextWriter messages, long bytesOfPartition = QueuedBatch.BytesOfPartition)
{
    private const long BytesOfPartition = 32 * 1024 * 1024;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500), LookAtJobs = TimeSpan.FromSeconds(5);

    /// <summary>Runs to the end.</summary>
    /// <param name="output">File, in the shared folder.</param>
    /// <param name="wanted">What the run is about.</param>
    /// <param name="plan">The run for a moment, still without partitions.</param>
    /// <param name="register">What is made of all entries; null when nothing is.</param>
    /// <param name="token">Ends the waiting; workers go on.</param>
    /// <exception cref="IOException">The files cannot be used, or a partition could not be answered by any worker.</exception>
    public async Task<BatchCounts> RunAsync(string output, RunState wanted, Func<string, QueuedRun> plan, RegisterStep? register, CancellationToken token)
    {
        WorkFolder work = WorkFolder.Open(output + ".work", wanted);
        if (!QueuedRun.IsPlanned(work.Path)) await PlanAsync(work, plan(work.State.AsOf), token);
        int partitions = QueuedRun.Read(work.Path).Parts.Count;
        await WaitAsync(work, partitions, token);
        BatchCounts counts = Enumerable.Range(0, partitions).Select(work.Part).Prepend(work.Errors).Select(WorkFolder.CountsOf).Aggregate(default(BatchCounts), (sum, part) => sum.Plus(part));
        await work.AssembleAsync(output, partitions, token);
        if (register is not null) await register(work.Path, [.. Enumerable.Range(0, partitions).Select(work.Entries)], work.State.AsOf, counts);
        work.Delete();
        return counts;
    }

    private async Task PlanAsync(WorkFolder work, QueuedRun run, CancellationToken token)
    {
        if (await BulkExport.IsAsync(inputs, longest, token))
        {
            int partitions = BulkBatch.PartitionsOf(inputs, bytesOfPartition);
            using (var groups = PatientGroups.Open(work.Path)) await new BulkBatch(inputs, longest, messages).GroupAsync(work, groups, partitions, token);
            (run with { Parts = [.. Enumerable.Repeat(new QueuedPart(null, null), partitions)] }).Write(work.Path);
            return;
        }

        await File.WriteAllTextAsync(work.Errors, "", token);
        (run with { Parts = [.. inputs.SelectMany(input => PartsOf(input, work.Path))] }).Write(work.Path);
    }

    /// <summary>A packed file can only be read from its beginning.</summary>
    private IEnumerable<QueuedPart> PartsOf(BatchInput input, string folder)
    {
        if (!SharedFolder.Holds(shared, input.File!)) throw new IOException($"{input.Name} does not lie in the shared folder (--shared).");
        string file = Path.GetRelativePath(folder, input.File!);
        return input.IsPacked ? [new QueuedPart(file, null)] : FileSlice.Cut(input.File!, bytesOfPartition).Select(slice => new QueuedPart(file, slice));
    }

    private async Task WaitAsync(WorkFolder work, int partitions, CancellationToken token)
    {
        string run = Path.GetRelativePath(Path.GetFullPath(shared), Path.GetFullPath(work.Path));
        Dictionary<int, string> jobs = Enumerable.Range(0, partitions).Where(part => !File.Exists(work.Part(part))).ToDictionary(part => part, part => queue.Enqueue(run, part));
        using var progress = IRunProgress.Begin(messages, partitions, "partitions");
        for (TimeSpan sinceLook = default; jobs.Count > 0; sinceLook += Look)
        {
            await Task.Delay(Look, token);
            foreach (int part in jobs.Keys.Where(part => File.Exists(work.Part(part))).ToArray()) jobs.Remove(part);
            progress.Report(new BatchCounts(partitions - jobs.Count, 0, partitions - jobs.Count));
            if (sinceLook < LookAtJobs) continue;
            sinceLook = default;
            LookAfter(jobs, run);
        }
    }

    /// <summary>A job that has failed for good ends the run; one that the database has lost is handed out again. A database that does not answer is waited for.</summary>
    private void LookAfter(Dictionary<int, string> jobs, string run)
    {
        try
        {
            foreach ((int part, string job) in jobs.ToArray())
            {
                switch (queue.StateOf(job))
                {
                    case null or "Deleted":
                        jobs[part] = queue.Enqueue(run, part);
                        break;
                    case "Failed":
                        throw new IOException(string.Create(CultureInfo.InvariantCulture, $"Partition {part} could not be answered: job {job} of the queue failed; the workers' messages say why."));
                    default:
                        break;
                }
            }
        }
        catch (QueueUnavailableException)
        {
            // Workers do without the database for a while too; what they have answered is seen above.
        }
    }
}
