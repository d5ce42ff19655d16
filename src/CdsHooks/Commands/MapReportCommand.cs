using System.Text;
using System.Text.Json;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.LocalKnowledge;
using Cds.FhirMapping;
using Cds.Knowledge.Loading;

namespace Cds.CdsHooks.Commands;

/// <summary>
/// <c>--map-report BUNDLE...</c>: prints for each file what was recognised, what was left out and why, and which codes mean nothing. The site's overlay
/// and time zone are those that the service would use. What it prints is patient data.
/// </summary>
internal static class MapReportCommand
{
    private const int Passed = 0, Failed = 1, WrongUse = 2;

    /// <summary>Reports on every file; one that cannot be read does not stop the others.</summary>
    /// <returns>0 when every file is a Bundle of one patient, 1 when not or when the overlay has defects, 2 without a file.</returns>
    public static int Run(IReadOnlyList<string> files, CdsOptions options, TextWriter output)
    {
        if (files.Count == 0)
        {
            output.WriteLine("Usage: --map-report <Bundle.json> ... [--Cds:Knowledge:Overlay=<folder>] [--Cds:TimeZone=<name>]");
            return WrongUse;
        }

        if (TimeZones.Find(options.TimeZone) is not { } timeZone)
        {
            output.WriteLine($"Cds:TimeZone: '{options.TimeZone}' is no time zone");
            return WrongUse;
        }

        try
        {
            SiteKnowledge site = KnowledgeFiles.Read(options.Knowledge.Overlay);
            var report = new MapReport(site.Knowledge, site.Codes, new PatientFactsReader(site.Knowledge, site.Codes, timeZone));
            bool[] read = [.. files.Select(file => Report(file, report, output))];
            return read.All(r => r) ? Passed : Failed;
        }
        catch (KnowledgeDefectsException exception)
        {
            foreach (KnowledgeDefect defect in exception.Defects) output.WriteLine(defect);
            output.WriteLine($"Defects: {exception.Defects.Count}");
            return Failed;
        }
    }

    private static bool Report(string file, MapReport report, TextWriter output)
    {
        try
        {
            byte[] json = Encoding.UTF8.GetBytes(File.ReadAllText(file));
            JsonDocument.Parse(json).Dispose();
            return report.Write(output, file, json);
        }
        catch (JsonException wrong)
        {
            output.WriteLine($"== {file}");
            output.WriteLine($"   no JSON: {wrong.Message}");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            output.WriteLine($"== {file}");
            output.WriteLine($"   cannot be read: {wrong.Message}");
        }

        return false;
    }
}
