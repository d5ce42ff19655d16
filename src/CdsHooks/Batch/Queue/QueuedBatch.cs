using Cds.CdsHooks.Batch.BulkData;
using Cds.CdsHooks.Batch.Register;

namespace Cds.CdsHooks.Batch.Queue;

/// <summary>
/// A run whose partitions are answered by workers on any number of machines. This process lays the partitions where all see them, collects the answers, and puts
/// them together; started again after it was broken off, it hands out what is not answered yet.
/// </summary>
/// <param name="planner">Lays out the partitions.</param>
/// <param name="shared">The place that all machines see.</param>
/// <param name="queue">Where partitions are handed out.</param>
/// <param name="messages">Where progress is said.</param>
internal sealed class QueuedBatch(QueuePlanner planner, ISharedFiles shared, WorkQueue queue, TextWriter messages)
{
    private static readonly TimeSpan LookAtJobs = TimeSpan.FromSeconds(5);

    /// <summary>Runs to the end.</summary>
    /// <param name="output">A file.</param>
    /// <param name="wanted">What the run is about.</param>
    /// <param name="plan">The run for a moment, still without partitions.</param>
    /// <param name="register">What is made of all entries; null when nothing is.</param>
    /// <param name="token">Ends the waiting; workers go on.</param>
    /// <exception cref="IOException">The files cannot be used, or a partition could not be answered by any worker.</exception>
    public async Task<BatchCounts> RunAsync(string output, RunState wanted, Func<string, QueuedRun> plan, RegisterStep? register, CancellationToken token)
    {
        string folder = output + ".work";
        QueuedRun? left = QueuedRun.Find(folder);
        WorkFolder work = WorkFolder.Open(folder, wanted);
        QueuedRun? begun = QueuedRun.Find(folder);
        // What another run left is worth nothing any more, wherever it lies.
        if (left is not null && begun is null) await shared.DeleteAsync(RunFiles.Of(left.Name).Run, token);
        QueuedRun run = begun?.Parts is null ? await planner.PlanAsync(work, begun ?? plan(work.State.AsOf), token) : begun;
        int partitions = run.Parts!.Count;
        await CollectAsync(work, RunFiles.Of(run.Name), run, token);
        BatchCounts counts = await work.AssembleAsync(output, partitions, token);
        if (register is not null) await register(work.Path, [.. Enumerable.Range(0, partitions).Select(work.Entries)], work.State.AsOf, counts);
        await shared.DeleteAsync(run.Name, token);
        work.Delete();
        return counts;
    }

    /// <summary>Hands out what is not answered and takes in the answers as they come.</summary>
    private async Task CollectAsync(WorkFolder work, RunFiles files, QueuedRun run, CancellationToken token)
    {
        int partitions = run.Parts!.Count;
        HashSet<int> open = [.. Enumerable.Range(0, partitions).Where(part => !File.Exists(work.Part(part)))];
        await TakeAsync(open, work, files, run, token);
        var jobs = open.ToDictionary(part => part, part => queue.Enqueue(files.Run, part));
        using var progress = IRunProgress.Begin(messages, partitions, "partitions");
        for (TimeSpan sinceLook = default; open.Count > 0; sinceLook += shared.Pause)
        {
            await Task.Delay(shared.Pause, token);
            await TakeAsync(open, work, files, run, token);
            progress.Report(new BatchCounts(partitions - open.Count, 0, partitions - open.Count));
            if (sinceLook < LookAtJobs) continue;
            sinceLook = default;
            LookAfter(open, jobs, files.Run);
        }
    }

    private async Task TakeAsync(HashSet<int> open, WorkFolder work, RunFiles files, QueuedRun run, CancellationToken token)
    {
        IReadOnlySet<string> there = await shared.ListAsync(files.Run, token);
        foreach (int part in open.Where(part => there.Contains(files.Answers(part))).Order().ToArray())
        {
            if (run.Detail != EntryDetail.None && there.Contains(files.Entries(part))) await shared.TakeAsync(files.Entries(part), work.Entries(part), token);
            await shared.TakeAsync(files.Answers(part), work.Part(part), token);
            await shared.DeleteAsync(files.Patients(part, run.Parts![part]), token);
            open.Remove(part);
        }
    }

    /// <summary>A job that has failed for good ends the run; one that the database has lost is handed out again. A database that does not answer is waited for.</summary>
    private void LookAfter(HashSet<int> open, Dictionary<int, string> jobs, string run)
    {
        try
        {
            foreach (int part in open)
            {
                switch (queue.StateOf(jobs[part]))
                {
                    case null or "Deleted":
                        jobs[part] = queue.Enqueue(run, part);
                        break;
                    case "Failed":
                        throw new IOException(string.Create(CultureInfo.InvariantCulture, $"Partition {part} could not be answered: job {jobs[part]} of the queue failed; the workers' messages say why."));
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
