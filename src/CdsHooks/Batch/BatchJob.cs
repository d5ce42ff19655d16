using Cds.CdsHooks.Batch.BulkData;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.LocalKnowledge;
using Cds.CdsHooks.Envelope;
using Cds.FhirMapping;
using Cds.Knowledge;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Batch;

/// <summary>What <c>batch</c> was asked for.</summary>
/// <param name="Inputs">Files, or standard input.</param>
/// <param name="Output">A file; null for standard output.</param>
/// <param name="AsOf">The moment asked about as it was written; null for now.</param>
/// <param name="Language">Language of the answers.</param>
/// <param name="Parallel">Patients assessed at the same time.</param>
internal sealed record BatchRequest(IReadOnlyList<BatchInput> Inputs, string? Output, string? AsOf, Language Language, int Parallel);

/// <summary>Answers a request for many patients with what a site knows: Bundles as they come, exports after grouping.</summary>
internal sealed class BatchJob(BatchRequest request, CdsOptions options, SiteKnowledge site, TextWriter messages)
{
    private readonly AsOfParameter _moments = new(new ServiceClock(TimeProvider.System, Options.Create(options)));

    /// <summary>Runs to the end.</summary>
    /// <param name="token">Ends it before.</param>
    /// <exception cref="IOException">The input or the output cannot be used.</exception>
    public async Task<BatchCounts> RunAsync(CancellationToken token)
    {
        string asOf = request.AsOf ?? _moments.Now.Text;
        if (!await BulkExport.IsAsync(request.Inputs, options.MaxBodyBytes, token)) return await RunBundlesAsync(RunOf(asOf), token);
        string settings = string.Join(' ', request.Language, site.Knowledge.Version, options.Knowledge.Overlay, options.Knowledge.Jurisdiction, string.Join(',', options.OfRules().Order(StringComparer.Ordinal)), request.AsOf);
        var wanted = new RunState([.. request.Inputs.Select(RunState.Name)], settings, asOf);
        return await new BulkBatch(request.Inputs, options.MaxBodyBytes, messages).RunAsync(request.Output, wanted, RunOf, token);
    }

    private BatchRun RunOf(string asOf) => new(
        new BatchAssessor(
            new PatientFactsReader(site.Knowledge, site.Codes, TimeZones.Find(options.TimeZone)!), new Assessor(site.Knowledge, options.OfRules()), new CleanJson(Options.Create(options)),
            _moments.Read(asOf).Value, request.Language),
        request.Parallel);

    private async Task<BatchCounts> RunBundlesAsync(BatchRun run, CancellationToken token)
    {
        await using var output = BatchOutput.Open(request.Output);
        using var progress = new BatchProgress(messages, BatchInput.LengthOf(request.Inputs), "patients", TimeProvider.System);
        BatchCounts counts = await run.RunAsync(LineReader.ReadAllAsync(request.Inputs, options.MaxBodyBytes, token), output.Stream, progress, token);
        output.Complete();
        return counts;
    }
}
