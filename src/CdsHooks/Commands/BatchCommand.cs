using System.CommandLine;
using Cds.CdsHooks.Batch;
using Cds.CdsHooks.Batch.Queue;
using Cds.CdsHooks.Batch.Register;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.LocalKnowledge;

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
        var output = new Option<string>("--output", "-o") { Description = "File that the assessments are written to, - (standard output), or none.", DefaultValueFactory = _ => StreamOptions.StandardStream };
        var asOf = new Option<string?>("--as-of") { Description = "Date or date-time asked about; data dated later are ignored. Default: now." };
        var lang = new Option<string?>("--lang") { Description = "en or ja. Default: Cds:DefaultLanguage." };
        Option<int> parallel = StreamOptions.Parallel("Patients assessed at the same time.");
        var register = new RegisterOptions();
        var queue = new Option<bool>("--queue") { Description = "Hands the patients to workers (command worker) on any number of machines, by way of the database of Cds:Store:PostgreSql." };
        var shared = new Option<string?>("--shared") { Description = "With --queue: " + StreamOptions.SharedPlaces };
        var command = new Command("batch", "Assesses many patients without a server: NDJSON of Bundles, or a FHIR Bulk Data export, in; NDJSON of assessments out.")
        {
            input, output, asOf, lang, parallel, register.Tables, register.Report, register.NamesPatients, register.Worklist, register.OverdueDays, queue, shared,
            HelpWithExamples.Option(
                "batch --input bundles.ndjson --output assessments.ndjson --as-of 2026-11-20",
                "batch --input export/ --output assessments.ndjson",
                "batch --input export/ --output none --tables tables/ --report register.html --worklist due.csv",
                "batch --queue --shared /mnt/register --input bundles.ndjson --output assessments.ndjson",
                "batch --queue --shared https://s3.example.org/register --input export/ --output assessments.ndjson",
                "zcat part-*.ndjson.gz | batch --lang ja | jq -c '{subject, due: [.recommendations[] | select(.status == \"due\") | .id]}'"),
        };
        command.SetAction((parsed, token) => RunEnd.OfAsync(() => RunAsync(
            parsed.GetValue(input)!, parsed.GetValue(output)!, parsed.GetValue(asOf), parsed.GetValue(lang), parsed.GetValue(parallel), register.Read(parsed), (parsed.GetValue(queue), parsed.GetValue(shared)), settings.Read(),
            parsed.InvocationConfiguration.Output, token)));
        return command;
    }

    private static async Task<int> RunAsync(
        string[] inputs, string output, string? asOf, string? lang, int parallel, RegisterWanted register, (bool Queue, string? Shared) queue, CdsOptions options, TextWriter messages, CancellationToken token)
    {
        if (TimeZones.Find(options.TimeZone) is null) return RunEnd.Wrong(messages, $"Cds:TimeZone: '{options.TimeZone}' is no time zone.");
        if (Languages.FromTag(lang ?? options.DefaultLanguage) is not { } language) return RunEnd.Wrong(messages, $"--lang: '{lang}' is neither en nor ja.");
        var moments = new AsOfParameter(new ServiceClock(TimeProvider.System, Options.Create(options)));
        if (asOf is not null && moments.Read(asOf).Problem is { } problem) return RunEnd.Wrong(messages, $"--as-of: {problem.Detail.In(Language.English)}");
        if (WrongQueue(queue, inputs, output, options) is { } wrong) return RunEnd.Wrong(messages, wrong);
        var request = new BatchRequest(StreamOptions.Find(inputs), output == BatchOutput.Nothing ? output : StreamOptions.PathOf(output), asOf, language, parallel, register)
        {
            Shared = queue.Queue ? StreamOptions.SharedOf(queue.Shared!) : null,
        };
        BatchCounts counts = await new BatchJob(request, options, KnowledgeFiles.For(options)(), Console.Error).RunAsync(token);
        return counts.Failed == 0 ? AllAnswered : SomeFailed;
    }

    /// <summary>What keeps a run from being handed out; null when nothing does, or nobody asked for it.</summary>
    private static string? WrongQueue((bool Queue, string? Shared) queue, string[] inputs, string output, CdsOptions options)
    {
        if (!queue.Queue) return queue.Shared is null ? null : "--shared: goes with --queue only.";
        if (queue.Shared is null) return "--queue: name the folder or bucket that all machines see with --shared.";
        if (!SharedPlace.IsThere(StreamOptions.SharedOf(queue.Shared))) return $"--shared {queue.Shared}: no such folder, and no address of a bucket.";
        if (options.Store.PostgreSql is null) return "--queue: name the database with --Cds:Store:PostgreSql=<connection>.";
        if (inputs.Contains(StreamOptions.StandardStream)) return "--queue: name files with --input; standard input cannot be read again after a run was broken off.";
        return output is StreamOptions.StandardStream or BatchOutput.Nothing ? "--queue: name a file with --output." : null;
    }
}
