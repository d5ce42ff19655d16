using System.CommandLine;
using System.Text;
using Cds.CdsHooks.LocalKnowledge;
using Cds.FhirMapping;
using Cds.FhirMapping.Validation;
using Cds.Knowledge.Loading;
using Hl7.Fhir.Model;

namespace Cds.CdsHooks.Commands;

/// <summary>
/// <c>map-report BUNDLE...</c>: prints for each Bundle (of files, folders, NDJSON) what was recognised and by what, what was left out and why, and which codes mean nothing; over
/// several, a table of what was not read. The site's overlay and time zone are those that the service would use. With <c>--validate</c> also what is no valid FHIR R4. All but the
/// table is patient data.
/// </summary>
internal static class MapReportCommand
{
    private const int Passed = 0, Failed = 1;

    /// <summary>The command.</summary>
    public static Command Command(SiteSettings settings)
    {
        var files = new Argument<string[]>("bundles") { Description = "Bundle.json, Bundles.ndjson or a folder of them.", Arity = ArgumentArity.OneOrMore };
        var validate = new Option<bool>("--validate") { Description = "Lists also what is no valid FHIR R4." };
        var command = new Command("map-report", "Prints what of records is recognised and by what, what is left out and why, and which codes mean nothing. Takes --Cds:Knowledge:Overlay=<folder> and --Cds:TimeZone=<name>.")
        {
            files, validate,
        };
        command.SetAction(parsed => Run([.. parsed.GetValue(files)!.Select(CallerPath.Of)], settings.Read(), parsed.GetValue(validate), parsed.InvocationConfiguration.Output));
        return command;
    }

    /// <summary>Reports on every file; one that cannot be read does not stop the others.</summary>
    /// <returns>0 when every file is a Bundle of one patient (each line of an NDJSON file one), 1 when not or when the overlay has defects, 2 when the time zone is none.</returns>
    public static int Run(IReadOnlyList<string> files, CdsOptions options, bool validate, TextWriter output)
    {
        if (TimeZones.Find(options.TimeZone) is not { } timeZone)
        {
            output.WriteLine($"Cds:TimeZone: '{options.TimeZone}' is no time zone");
            return CommandLine.WrongUse;
        }

        try
        {
            SiteKnowledge site = KnowledgeFiles.Read(options.Knowledge);
            var report = new MapReport(site.Knowledge, site.Codes, new PatientFactsReader(site.Knowledge, site.Codes, timeZone));
            bool[] read = [.. ReportInput.Of(files).Select(input => Report(input, report, validate, output))];
            report.WriteTable(output);
            return read.All(r => r) ? Passed : Failed;
        }
        catch (KnowledgeDefectsException exception)
        {
            foreach (KnowledgeDefect defect in exception.Defects) output.WriteLine(defect);
            output.WriteLine($"Defects: {exception.Defects.Count}");
            return Failed;
        }
    }

    private static bool Report(ReportInput input, MapReport report, bool validate, TextWriter output)
    {
        if (input.Json is not { } json)
        {
            output.WriteLine($"== {input.Name}");
            output.WriteLine($"   {input.Fault}");
            return false;
        }

        bool read = Map(input.Name, json, report, output);
        if (validate) WriteIssues(json, output);
        return read;
    }

    private static bool Map(string file, byte[] json, MapReport report, TextWriter output)
    {
        try
        {
            ReadOnlyMemory<byte> body = WithoutMark(json);
            JsonDocument.Parse(body).Dispose();
            return report.Write(output, file, body);
        }
        catch (JsonException wrong)
        {
            output.WriteLine($"== {file}");
            output.WriteLine($"   no JSON: {wrong.Message}");
            return false;
        }
    }

    private static void WriteIssues(byte[] json, TextWriter output)
    {
        output.WriteLine("-- no valid FHIR R4");
        foreach (OperationOutcome.IssueComponent issue in InputIssues.Find(json, Language.English).Issue)
        {
            string place = issue.Expression.FirstOrDefault() is { } path ? path + ": " : "";
            string detail = issue.Diagnostics is null ? "" : $" ({issue.Diagnostics})";
            output.WriteLine($"   {issue.Severity}: {place}{issue.Details?.Text}{detail}");
        }
    }

    /// <summary>Editors on Windows begin files with a byte order mark.</summary>
    private static ReadOnlyMemory<byte> WithoutMark(byte[] json) => json.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? json.AsMemory(Encoding.UTF8.Preamble.Length) : json;
}
