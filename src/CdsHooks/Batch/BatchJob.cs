using Cds.CdsHooks.Batch.BulkData;
using Cds.CdsHooks.Batch.Queue;
using Cds.CdsHooks.Batch.Register;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.LocalKnowledge;

namespace Cds.CdsHooks.Batch;

/// <summary>What <c>batch</c> was asked for.</summary>
/// <param name="Inputs">Files, or standard input.</param>
/// <param name="Output">A file; null for standard output.</param>
/// <param name="AsOf">The moment asked about as it was written; null for now.</param>
/// <param name="Language">Language of the answers.</param>
/// <param name="Parallel">Patients assessed at the same time.</param>
/// <param name="Register">What is made of all patients together.</param>
internal sealed record BatchRequest(IReadOnlyList<BatchInput> Inputs, string? Output, string? AsOf, Language Language, int Parallel, RegisterWanted Register)
{
    /// <summary>The folder or bucket that all machines see, by way of which workers answer the patients; null for a run of this process alone.</summary>
    public string? Shared { get; init; }
}

/// <summary>Answers a request for many patients with what a site knows: Bundles as they come, exports after grouping.</summary>
internal sealed class BatchJob(BatchRequest request, CdsOptions options, SiteKnowledge site, TextWriter messages)
{
    private readonly AsOfParameter _moments = new(new ServiceClock(TimeProvider.System, Options.Create(options)));

    /// <summary>Runs to the end.</summary>
    /// <param name="token">Ends it before.</param>
    /// <exception cref="IOException">The input or the output cannot be used.</exception>
    public async Task<BatchCounts> RunAsync(CancellationToken token)
    {
        BatchCounts counts = await AnswerAsync(token);
        if (counts.Repeated > 0)
            await messages.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{counts.Repeated} of the lines are about a patient whom an earlier line is about too; each was answered for itself."));
        return counts;
    }

    private async Task<BatchCounts> AnswerAsync(CancellationToken token)
    {
        string asOf = request.AsOf ?? _moments.Now.Text;
        if (request.Shared is { } shared) return await RunQueuedAsync(shared, asOf, token);
        if (!await BulkExport.IsAsync(request.Inputs, options.MaxBodyBytes, token)) return await RunBundlesAsync(asOf, token);
        return await new BulkBatch(request.Inputs, options.MaxBodyBytes, messages).RunAsync(request.Output, State(asOf), RunOf, request.Register.Place, Step(token), token);
    }

    private Task<BatchCounts> RunQueuedAsync(string place, string asOf, CancellationToken token)
    {
        ISharedFiles shared = SharedPlace.Open(place, options);
        var planner = new QueuePlanner(request.Inputs, options.MaxBodyBytes, shared, messages);
        return new QueuedBatch(planner, shared, WorkQueue.Open(options.Store.PostgreSql!), messages).RunAsync(
            request.Output!, State(asOf),
            begun => new QueuedRun(RunFiles.New().Run, State(asOf).Settings, request.AsOf, begun, request.Language, request.Register.Detail, null), Step(token), token);
    }

    private RunState State(string asOf) =>
        new([.. request.Inputs.Select(RunState.Name)], AssessingSettings.Of(site, options, request.Language, request.AsOf, request.Register.Detail), asOf);

    private BatchRun RunOf(string asOf) => AssessingRun.Of(site, options, _moments.Read(asOf).Value, request.Language, request.Parallel, request.Register.Detail);

    private async Task<BatchCounts> RunBundlesAsync(string asOf, CancellationToken token)
    {
        if (Step(token) is { } register) return await RunBundlesAsync(asOf, register, token);
        bool isFile = request.Output is not (null or BatchOutput.Nothing) && request.Inputs.All(input => input.File is not null);
        if (!isFile) return await RunBundlesAsync(asOf, BatchOutput.Open(request.Output), BatchOutput.Open(BatchOutput.Nothing), 0, new RepeatedPatients(), token);
        var begun = BegunOutput.Find(request.Output!, State(asOf));
        BatchCounts counts = await RunBundlesAsync(begun.State.AsOf, BatchOutput.OpenToGoOn(request.Output!), BatchOutput.Open(BatchOutput.Nothing), begun.Answered.Lines, begun.Patients, token);
        BegunOutput.Forget(request.Output!);
        return begun.Answered.Plus(counts);
    }

    private async Task<BatchCounts> RunBundlesAsync(string asOf, RegisterStep register, CancellationToken token)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cds-register-");
        try
        {
            string entries = Path.Combine(folder.FullName, "entries.ndjson");
            BatchCounts counts = await RunBundlesAsync(asOf, BatchOutput.Open(request.Output), BatchOutput.Open(entries), 0, new RepeatedPatients(), token);
            await register(folder.FullName, [entries], asOf, counts);
            return counts;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<BatchCounts> RunBundlesAsync(string asOf, BatchOutput lines, BatchOutput register, long answered, RepeatedPatients patients, CancellationToken token)
    {
        await using BatchOutput output = lines, entries = register;
        using var progress = IRunProgress.Begin(messages, BatchInput.LengthOf(request.Inputs), "patients");
        BatchCounts counts = await RunOf(asOf).RunAsync(LineReader.ReadAllAsync(request.Inputs, options.MaxBodyBytes, answered, token), output.Stream, entries.Stream, patients, progress, token);
        entries.Complete();
        output.Complete();
        return counts;
    }

    /// <summary>What is made of the entries; null when nothing is.</summary>
    private RegisterStep? Step(CancellationToken token)
    {
        if (request.Register.Detail == EntryDetail.None) return null;
        var results = new RegisterResults(request.Register, site.Knowledge, options.OfRules(), request.Language);
        return (folder, entries, asOf, counts) => results.WriteAsync(folder, entries, _moments.Read(asOf).Value, counts.Failed, token);
    }
}
