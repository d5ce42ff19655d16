using System.CommandLine;
using Cds.CdsHooks.Batch;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.LocalKnowledge;
using Cds.CdsHooks.Localization;
using Cds.Knowledge.Values;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Commands;

/// <summary>
/// <c>batch</c>: assesses one patient after the other without a server. NDJSON of Bundles or a Bulk Data export in, NDJSON of assessments out; a
/// patient that cannot be read becomes an error line.
/// </summary>
internal static class BatchCommand
{
    /// <summary>Exit codes: every patient answered; some answered with an error line.</summary>
    public const int AllAnswered = 0, SomeFailed = 1;

    /// <summary>The command.</summary>
    public static Command Command(SiteSettings settings)
    {
        Option<string[]> input = StreamOptions.Input(
            "NDJSON of Bundles, or a FHIR Bulk Data export: a file, a folder, a glob over file names, or - (standard input, Bundles only). What ends in .gz is unpacked. May be repeated.");
        var output = new Option<string>("--output", "-o") { Description = "File that the assessments are written to, or - (standard output).", DefaultValueFactory = _ => StreamOptions.StandardStream };
        var asOf = new Option<string?>("--as-of") { Description = "Date or date-time asked about; data dated later are ignored. Default: now." };
        var lang = new Option<string?>("--lang") { Description = "en or ja. Default: Cds:DefaultLanguage." };
        Option<int> parallel = StreamOptions.Parallel("Patients assessed at the same time.");
        var command = new Command("batch", "Assesses many patients without a server: NDJSON of Bundles, or a FHIR Bulk Data export, in; NDJSON of assessments out.")
        {
            input, output, asOf, lang, parallel,
            HelpWithExamples.Option(
                "batch --input bundles.ndjson --output assessments.ndjson --as-of 2026-11-20",
                "batch --input export/ --output assessments.ndjson",
                "zcat part-*.ndjson.gz | batch --lang ja | jq -c '{subject, due: [.recommendations[] | select(.status == \"due\") | .id]}'"),
        };
        command.SetAction((parsed, token) => RunEnd.OfAsync(() => RunAsync(
            parsed.GetValue(input)!, parsed.GetValue(output)!, parsed.GetValue(asOf), parsed.GetValue(lang), parsed.GetValue(parallel), settings.Read(),
            parsed.InvocationConfiguration.Output, token)));
        return command;
    }

    private static async Task<int> RunAsync(
        string[] inputs, string output, string? asOf, string? lang, int parallel, CdsOptions options, TextWriter messages, CancellationToken token)
    {
        if (TimeZones.Find(options.TimeZone) is null) return RunEnd.Wrong(messages, $"Cds:TimeZone: '{options.TimeZone}' is no time zone.");
        if (Languages.FromTag(lang ?? options.DefaultLanguage) is not { } language) return RunEnd.Wrong(messages, $"--lang: '{lang}' is neither en nor ja.");
        var moments = new AsOfParameter(new ServiceClock(TimeProvider.System, Options.Create(options)));
        if (asOf is not null && moments.Read(asOf).Problem is { } problem) return RunEnd.Wrong(messages, $"--as-of: {problem.Detail.In(Language.English)}");
        var request = new BatchRequest(StreamOptions.Find(inputs), StreamOptions.PathOf(output), asOf, language, parallel);
        BatchCounts counts = await new BatchJob(request, options, KnowledgeFiles.For(options)(), Console.Error).RunAsync(token);
        return counts.Failed == 0 ? AllAnswered : SomeFailed;
    }
}
