using Cds.CdsHooks.Companion.Sessions;
using Cds.CdsHooks.Pages;
using Cds.CdsHooks.Start;

namespace Cds.CdsHooks.Companion;

/// <summary>The synthetic courses of <c>samples/journeys</c>, years of one patient each: what a timeline is for. Their list is <c>journeys.tsv</c>.</summary>
internal static class Journeys
{
    private const string Folder = "samples/journeys/", List = "Companion/journeys.tsv";

    private static readonly Lazy<IReadOnlyList<SamplePatient>> Patients = new(() => SamplePatient.Read(List));

    /// <summary>All of them, in the order in which they are offered.</summary>
    public static IReadOnlyList<SamplePatient> All => Patients.Value;

    /// <summary>The journey or the sample of a name, opened as it is seen first; null when there is none.</summary>
    public static OpenedPatient? Open(string name)
    {
        if (All.FirstOrDefault(journey => journey.Name == name) is { } journey)
            return new OpenedPatient(ShippedFile.Bytes(Folder + name + ".json"), PatientOrigin.Sample, journey.Title) { AsOf = journey.AsOf };
        return SamplePatients.Find(name) is { } sample ? new OpenedPatient(SamplePatients.Bundle(sample), PatientOrigin.Sample, sample.Title) { AsOf = sample.AsOf } : null;
    }
}
