using System.CommandLine;
using Cds.CdsHooks.Batch;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.LocalKnowledge;
using Cds.CdsHooks.Localization;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Errors;
using Cds.FhirMapping;
using Cds.Knowledge;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Values;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Commands;

/// <summary>
/// <c>batch</c>: assesses one patient after the other without a server. NDJSON of Bundles in, NDJSON of assessments out, line by line in the same order; a
/// patient that cannot be read becomes an error line.
/// </summary>
internal static class BatchCommand
{
    /// <summary>Exit codes: every patient answered; some answered with an error line; the input or output could not be used.</summary>
    public const int AllAnswered = 0, SomeFailed = 1, Unusable = 3;

    private const string StandardStream = "-";

    /// <summary>The command.</summary>
    public static Command Command(SiteSettings settings)
    {
        var input = new Option<string[]>("--input", "-i")
        {
            Description = "NDJSON of Bundles: a file, a folder, a glob over file names, or - (standard input). What ends in .gz is unpacked. May be repeated.",
            DefaultValueFactory = _ => [StandardStream],
        };
        var output = new Option<string>("--output", "-o") { Description = "File that the assessments are written to, or - (standard output).", DefaultValueFactory = _ => StandardStream };
        var asOf = new Option<string?>("--as-of") { Description = "Date or date-time asked about; data dated later are ignored. Default: now." };
        var lang = new Option<string?>("--lang") { Description = "en or ja. Default: Cds:DefaultLanguage." };
        var parallel = new Option<int>("--parallel", "-p") { Description = "Patients assessed at the same time.", DefaultValueFactory = _ => Environment.ProcessorCount };
        parallel.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < 1 or > 256) given.AddError("--parallel: 1 to 256 are allowed.");
        });
        var command = new Command("batch", "Assesses many patients without a server: NDJSON of Bundles in, NDJSON of assessments out, one line for each line.")
        {
            input, output, asOf, lang, parallel,
            HelpWithExamples.Option(
                "batch --input bundles.ndjson --output assessments.ndjson --as-of 2026-11-20",
                "zcat part-*.ndjson.gz | batch --lang ja | jq -c '{subject, due: [.recommendations[] | select(.status == \"due\") | .id]}'"),
        };
        command.SetAction((parsed, token) => RunAsync(
            new BatchRequest(parsed.GetValue(input)!, parsed.GetValue(output)!, parsed.GetValue(asOf), parsed.GetValue(lang), parsed.GetValue(parallel)),
            settings.Read(), parsed.InvocationConfiguration.Output, Console.Error, token));
        return command;
    }

    private static async Task<int> RunAsync(BatchRequest request, CdsOptions options, TextWriter messages, TextWriter progress, CancellationToken token)
    {
        if (TimeZones.Find(options.TimeZone) is null) return Wrong(messages, $"Cds:TimeZone: '{options.TimeZone}' is no time zone.");
        if (Languages.FromTag(request.Lang ?? options.DefaultLanguage) is not { } language) return Wrong(messages, $"--lang: '{request.Lang}' is neither en nor ja.");
        var clock = new ServiceClock(TimeProvider.System, Options.Create(options));
        var moments = new AsOfParameter(clock);
        Outcome<AsOf> asOf = request.AsOf is { } written ? moments.Read(written) : moments.Now;
        if (asOf.Problem is { } problem) return Wrong(messages, $"--as-of: {problem.Detail.In(Language.English)}");
        try
        {
            BatchInput[] inputs = [.. request.Inputs.SelectMany(pattern => BatchInput.Find(pattern == StandardStream ? pattern : CallerPath.Of(pattern)))];
            SiteKnowledge site = KnowledgeFiles.For(options)();
            var assessor = new BatchAssessor(
                new PatientFactsReader(site.Knowledge, site.Codes, clock.TimeZone), new Assessor(site.Knowledge, options.OfRules()), new CleanJson(Options.Create(options)),
                asOf.Value, language);
            await using var output = BatchOutput.Open(request.Output == StandardStream ? null : CallerPath.Of(request.Output));
            using var report = new BatchProgress(progress, inputs, TimeProvider.System);
            BatchCounts counts = await new BatchRun(assessor, request.Parallel, options.MaxBodyBytes).RunAsync(inputs, output.Stream, report, token);
            output.Complete();
            return counts.Failed == 0 ? AllAnswered : SomeFailed;
        }
        catch (KnowledgeDefectsException exception)
        {
            foreach (KnowledgeDefect defect in exception.Defects) await progress.WriteLineAsync(defect.ToString());
            return Unusable;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await progress.WriteLineAsync(exception.Message);
            return Unusable;
        }
    }

    private static int Wrong(TextWriter messages, string what)
    {
        messages.WriteLine(what);
        return CommandLine.WrongUse;
    }
}

/// <summary>What <c>batch</c> was asked for.</summary>
/// <param name="Inputs">Paths, globs or <c>-</c>.</param>
/// <param name="Output">A file or <c>-</c>.</param>
/// <param name="AsOf">The moment asked about as it was written; null for now.</param>
/// <param name="Lang">Language as it was written; null for that of the settings.</param>
/// <param name="Parallel">Patients assessed at the same time.</param>
internal sealed record BatchRequest(IReadOnlyList<string> Inputs, string Output, string? AsOf, string? Lang, int Parallel);
