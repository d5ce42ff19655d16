using Cds.CdsHooks.Batch.BulkData;
using Cds.CdsHooks.Batch.Register;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.LocalKnowledge;

namespace Cds.CdsHooks.Batch.Queue;

/// <summary>Answers partitions of runs. The answers have their name when they are complete, so that doing it twice does no harm.</summary>
/// <param name="shared">The place that all machines see.</param>
/// <param name="parallel">Patients assessed at the same time.</param>
/// <param name="options">Settings of the site.</param>
/// <param name="site">What it knows.</param>
internal sealed class PartitionRunner(ISharedFiles shared, int parallel, CdsOptions options, SiteKnowledge site)
{
    /// <summary>Answers one.</summary>
    /// <param name="name">Name of the run.</param>
    /// <param name="partition">Number.</param>
    /// <param name="token">Ends it; nothing has its name then.</param>
    /// <exception cref="InvalidOperationException">The run is one of another knowledge or other settings, or none.</exception>
    public async Task RunAsync(string name, int partition, CancellationToken token)
    {
        var files = RunFiles.Of(name);
        IReadOnlySet<string> there = await shared.ListAsync(files.Run, token);
        // A run that has ended took its files along; a job of it that was handed out twice has nothing left to do.
        if (!there.Contains(files.Plan) || there.Contains(files.Answers(partition))) return;
        DirectoryInfo local = Directory.CreateTempSubdirectory("cds-partition-");
        try
        {
            string plan = Path.Combine(local.FullName, "run.json");
            await shared.FetchAsync(files.Plan, plan, token);
            var run = QueuedRun.Read(plan);
            string settings = AssessingSettings.Of(site, options, run.Language, run.AskedAsOf, run.Detail);
            if (settings != run.Settings) throw new InvalidOperationException("This worker has another knowledge, or other settings, than the run was begun with.");
            if (!there.Contains(files.Patients(partition, run.Parts![partition]))) return;
            await AnswerAsync(files, run, partition, local.FullName, token);
            // Another worker may have answered it meanwhile, and the run have ended: what was written now nobody would take away.
            if (!(await shared.ListAsync(files.Run, token)).Contains(files.Plan)) await shared.DeleteAsync(files.Run, token);
        }
        finally
        {
            local.Delete(recursive: true);
        }
    }

    private async Task AnswerAsync(RunFiles files, QueuedRun run, int partition, string folder, CancellationToken token)
    {
        QueuedPart part = run.Parts![partition];
        string name = files.Patients(partition, part), local = Path.Combine(folder, Path.GetFileName(name));
        await shared.FetchAsync(name, local, token);
        using PatientGroups? groups = part.Input is null ? PatientGroups.OpenPart(folder, local) : null;
        IAsyncEnumerable<InputLine> lines = groups is null
            ? new LineReader(new BatchInput(part.Input!, local) { FirstLine = part.FirstLine }, options.MaxBodyBytes).ReadAsync(token)
            : GroupedBundles.Of(groups.Partition(PatientGroups.PartOfFile), options.MaxBodyBytes);
        var moments = new AsOfParameter(new ServiceClock(TimeProvider.System, Options.Create(options)));
        BatchRun assessing = AssessingRun.Of(site, options, moments.Read(run.AsOf).Value, run.Language, parallel, run.Detail);
        Task Answer(Stream answers, Stream entries) => assessing.RunAsync(lines, answers, entries, new RepeatedPatients(), new Progress<BatchCounts>(), token);
        // The answers last: where they are, the entries are.
        await shared.WriteAsync(files.Answers(partition), answers => run.Detail == EntryDetail.None ? Answer(answers, Stream.Null) : shared.WriteAsync(files.Entries(partition), entries => Answer(answers, entries), token), token);
    }
}
