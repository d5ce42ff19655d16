using System.CommandLine;
using Cds.CdsHooks.Batch;
using Cds.FhirMapping.Synthesis;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Loading;

namespace Cds.CdsHooks.Commands;

/// <summary><c>synthesize N</c>: makes plausible records of patients who do not exist, for load tests and for showing.</summary>
internal static class SynthesizeCommand
{
    /// <summary>The command.</summary>
    public static Command Command()
    {
        var count = new Argument<int>("count") { Description = "How many patients." };
        var seed = new Option<int>("--seed") { Description = "Which population: the same seed makes the same patients.", DefaultValueFactory = _ => 1 };
        var asOf = new Option<string?>("--as-of") { Description = "Day on which the records end, YYYY-MM-DD. Default: today." };
        var output = new Option<string>("--output", "-o") { Description = "NDJSON of Bundles: a file, or - (standard output).", DefaultValueFactory = _ => StreamOptions.StandardStream };
        var bulk = new Option<string?>("--bulk") { Description = "Folder for FHIR Bulk Data instead: one NDJSON file for each type of resource." };
        count.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() < 0) given.AddError("count: a number from 0 on is needed.");
        });
        var command = new Command("synthesize", "Makes records of patients who do not exist: all diagnoses and phases, international and Japanese codes, gaps and damage.")
        {
            count, seed, asOf, output, bulk,
            HelpWithExamples.Option("synthesize 1000 --as-of 2026-11-20 --output bundles.ndjson", "synthesize 100000 --seed 7 --bulk export/"),
        };
        command.SetAction((parsed, token) =>
        {
            if (Day(parsed.GetValue(asOf)) is not { } day)
                return Task.FromResult(RunEnd.Wrong(parsed.InvocationConfiguration.Output, $"--as-of: '{parsed.GetValue(asOf)}' is no date of the form YYYY-MM-DD."));
            var population = new SyntheticPopulation(KnowledgeBaseReader.ReadEmbedded(), CodeMap.ReadEmbedded(), parsed.GetValue(seed), day);
            return RunEnd.OfAsync(() => WriteAsync(population, parsed.GetValue(count), parsed.GetValue(output)!, parsed.GetValue(bulk), token));
        });
        return command;
    }

    private static async Task<int> WriteAsync(SyntheticPopulation population, int count, string output, string? bulk, CancellationToken token)
    {
        if (bulk is not null)
        {
            await SyntheticOutput.WriteBulkAsync(population, count, CallerPath.Of(bulk), token);
            return BatchCommand.AllAnswered;
        }

        await using var file = BatchOutput.Open(StreamOptions.PathOf(output));
        await SyntheticOutput.WriteBundlesAsync(population, count, file.Stream, token);
        file.Complete();
        return BatchCommand.AllAnswered;
    }

    private static DateOnly? Day(string? text) =>
        text is null ? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}
