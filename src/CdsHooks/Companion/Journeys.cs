using Cds.CdsHooks.Companion.Sessions;
using Cds.CdsHooks.Start;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Companion;

/// <summary>The synthetic courses of <c>samples/journeys</c>, years of one patient each: what a timeline is for. Their list is <c>journeys.tsv</c>.</summary>
internal static class Journeys
{
    private const string Folder = "samples/journeys/", List = "Companion/journeys.tsv";

    private static readonly Lazy<IReadOnlyList<SamplePatient>> Patients = new(() => [.. Text(List).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split('\t')).Select(cells => new SamplePatient(cells[0], cells[1], new LocalizedText(cells[2], cells[3])))]);

    /// <summary>All of them, in the order in which they are offered.</summary>
    public static IReadOnlyList<SamplePatient> All => Patients.Value;

    /// <summary>The journey or the sample of a name, opened as it is seen first; null when there is none.</summary>
    public static OpenedPatient? Open(string name)
    {
        if (All.FirstOrDefault(journey => journey.Name == name) is { } journey)
            return new OpenedPatient(System.Text.Encoding.UTF8.GetBytes(Text(Folder + name + ".json")), PatientOrigin.Sample, journey.Title) { AsOf = journey.AsOf };
        return SamplePatients.Find(name) is { } sample ? new OpenedPatient(SamplePatients.Bundle(sample), PatientOrigin.Sample, sample.Title) { AsOf = sample.AsOf } : null;
    }

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Journeys).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly."));
        return reader.ReadToEnd();
    }
}
