using Cds.CdsHooks.Batch.BulkData;
using Cds.CdsHooks.Batch.Register;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.LocalKnowledge;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Batch.Queue;

/// <summary>Answers partitions of runs whose folders lie in a shared folder. The answers have their name when they are complete, so that doing it twice does no harm.</summary>
/// <param name="shared">The shared folder as this machine sees it.</param>
/// <param name="parallel">Patients assessed at the same time.</param>
/// <param name="options">Settings of the site.</param>
/// <param name="site">What it knows.</param>
internal sealed class PartitionRunner(string shared, int parallel, CdsOptions options, SiteKnowledge site)
{
    /// <summary>Answers one.</summary>
    /// <param name="folder">Folder of the run as seen from the shared folder.</param>
    /// <param name="partition">Number.</param>
    /// <param name="token">Ends it; nothing is left behind then.</param>
    /// <exception cref="InvalidOperationException">The run is one of another knowledge or other settings, or its folder is none of the shared folder.</exception>
    public async Task RunAsync(string folder, int partition, CancellationToken token)
    {
        string path = Path.GetFullPath(Path.Combine(shared, folder));
        if (!SharedFolder.Holds(shared, path)) throw new InvalidOperationException("The folder of the run lies outside the shared folder.");
        // A run that has ended took its folder along; a job of it that was handed out twice has nothing left to do.
        if (WorkFolder.Find(path) is not { } work || File.Exists(work.Part(partition))) return;
        QueuedRun run = QueuedRun.Read(path);
        string settings = AssessingSettings.Of(site, options, run.Language, run.AskedAsOf, run.Detail);
        if (settings != run.Settings) throw new InvalidOperationException("This worker has another knowledge, or other settings, than the run was begun with.");
        await AnswerAsync(work, run, partition, token);
    }

    private async Task AnswerAsync(WorkFolder work, QueuedRun run, int partition, CancellationToken token)
    {
        var moments = new AsOfParameter(new ServiceClock(TimeProvider.System, Options.Create(options)));
        BatchRun assessing = AssessingRun.Of(site, options, moments.Read(run.AsOf).Value, run.Language, parallel, run.Detail);
        QueuedPart part = run.Parts[partition];
        using PatientGroups? groups = part.File is null ? PatientGroups.OpenToRead(work.Path) : null;
        IAsyncEnumerable<InputLine> lines = groups is null
            ? new LineReader(Input(work, part), options.MaxBodyBytes).ReadAsync(token)
            : GroupedBundles.Of(groups.Partition(partition), options.MaxBodyBytes);
        // Two workers may have the same partition for a while, each with files of its own.
        await using var answers = BatchOutput.OpenOwn(work.Part(partition));
        await using var entries = run.Detail == EntryDetail.None ? BatchOutput.Open(BatchOutput.Nothing) : BatchOutput.OpenOwn(work.Entries(partition));
        await assessing.RunAsync(lines, answers.Stream, entries.Stream, new Progress<BatchCounts>(), token);
        entries.Complete();
        answers.Complete();
    }

    private BatchInput Input(WorkFolder work, QueuedPart part)
    {
        string file = Path.GetFullPath(Path.Combine(work.Path, part.File!));
        return SharedFolder.Holds(shared, file)
            ? new BatchInput(Path.GetFileName(file), file) { Slice = part.Slice }
            : throw new InvalidOperationException("A file of the run lies outside the shared folder.");
    }
}
