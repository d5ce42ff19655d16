using System.CommandLine;
using Cds.CdsHooks.Batch;
using Cds.CdsHooks.Batch.Comparison;
using Cds.CdsHooks.Envelope;

namespace Cds.CdsHooks.Commands;

/// <summary><c>compare</c>: for whom two versions of the knowledge, or two dates, answer differently.</summary>
internal static class CompareCommand
{
    /// <summary>Exit codes: nobody is answered differently; somebody is.</summary>
    public const int Same = 0, Different = 1;

    /// <summary>The command.</summary>
    public static Command Command(SiteSettings settings)
    {
        const string sides = "shipped, a date, the folder of an overlay, or of a whole knowledge (src/Knowledge/Content).";
        var before = new Option<string>("--before") { Description = "What is compared with: " + sides, DefaultValueFactory = _ => ComparedSide.Shipped };
        var after = new Option<string>("--after") { Description = "What is compared: " + sides, Required = true };
        Option<string[]> input = StreamOptions.Input("Patients, as batch reads them.");
        var asOf = new Option<string?>("--as-of") { Description = "Date or date-time asked about where a side is none. Default: now." };
        var json = new Option<string?>("--json") { Description = "File that the changes are written to as JSON besides." };
        var notes = new Option<string?>("--notes") { Description = "File that release notes for clinicians are written to (Markdown, without data of patients) besides." };
        var lang = new Option<string?>("--lang") { Description = "Language of the release notes: en or ja. Default: Cds:DefaultLanguage." };
        Option<int> parallel = StreamOptions.Parallel("Patients compared at the same time.");
        var command = new Command("compare", "Says for whom another knowledge or another date answers differently: by rule, with examples and the data that decide.")
        {
            before, after, input, asOf, json, notes, lang, parallel,
            HelpWithExamples.Option(
                "compare --after overlay/ --input bundles.ndjson --as-of 2026-11-20",
                "compare --before old/src/Knowledge/Content --after src/Knowledge/Content --input bundles.ndjson --notes notes.md --lang ja",
                "compare --before 2025-11-19 --after 2025-11-20 --input export/ --json changes.json"),
        };
        command.SetAction((parsed, token) => RunEnd.OfAsync(() => RunAsync(
            parsed.GetValue(before)!, parsed.GetValue(after)!, parsed.GetValue(input)!, parsed.GetValue(asOf), new ComparisonFiles(parsed.GetValue(json), parsed.GetValue(notes), parsed.GetValue(lang)), parsed.GetValue(parallel), settings.Read(),
            parsed.InvocationConfiguration.Output, token)));
        return command;
    }

    private static async Task<int> RunAsync(
        string before, string after, string[] inputs, string? asOf, ComparisonFiles files, int parallel, CdsOptions options, TextWriter output, CancellationToken token)
    {
        if (Languages.FromTag(files.Lang ?? options.DefaultLanguage) is not { } language) return RunEnd.Wrong(output, $"--lang: '{files.Lang}' is neither en nor ja.");
        var moments = new AsOfParameter(new ServiceClock(TimeProvider.System, Options.Create(options)));
        Outcome<AsOf> moment = asOf is null ? moments.Now : moments.Read(asOf);
        if (moment.Problem is not null) return RunEnd.Wrong(output, $"--as-of: '{asOf}' is neither a date nor a date-time.");
        if (ComparedSide.Read(Side(before), options, moment.Value) is not { } was) return RunEnd.Wrong(output, $"--before: '{before}' is no date and no folder.");
        if (ComparedSide.Read(Side(after), options, moment.Value) is not { } now) return RunEnd.Wrong(output, $"--after: '{after}' is no date and no folder.");
        RuleChanges changes = await new ComparisonRun(was, now, parallel).RunAsync(new PatientBundles(StreamOptions.Find(inputs), options.MaxBodyBytes).ReadAsync(token), token);
        ComparisonReport.WriteText(output, changes, was, now);
        if (files.Json is not null)
        {
            await using FileStream file = File.Create(CallerPath.Of(files.Json));
            ComparisonReport.WriteJson(file, changes, was, now);
        }

        if (files.Notes is not null)
        {
            await using var file = new StreamWriter(CallerPath.Of(files.Notes)) { NewLine = "\n" };
            new ReleaseNotes(was, now, language).Write(file, changes);
        }

        return changes.Changed == 0 ? Same : Different;
    }

    /// <summary>A folder is meant as seen from where the command was typed.</summary>
    private static string Side(string text) => text != ComparedSide.Shipped && Directory.Exists(CallerPath.Of(text)) ? CallerPath.Of(text) : text;

    /// <summary>What is written besides.</summary>
    private sealed record ComparisonFiles(string? Json, string? Notes, string? Lang);
}
