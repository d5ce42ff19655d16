using System.Text;
using Cds.CdsHooks.Batch.BulkData;

namespace Cds.CdsHooks.Tests.Batch.BulkData;

/// <summary>However many runs are sorted, each patient comes once, with all resources in the order in which they were read.</summary>
public sealed class PatientGroupsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("groups-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(1_000_000)]
    public async Task Records_of_a_patient_in_several_runs_come_together_and_a_shared_medication_once(long bytesOfRun)
    {
        using var groups = PatientGroups.Open(_folder, bytesOfRun);
        BulkResource[] read =
        [
            Resource("b", "first of b, refers", "m"), Resource("a", "first of a"), Medication("m", "the drug"), Resource("b", "second of b, refers", "m"),
            Resource("a", "second of a, refers", "m"), Resource("b", "third of b"),
        ];
        await groups.FillAsync(read.ToAsyncEnumerable(), 1, TestContext.Current.CancellationToken);
        Assert.Equal(
            ["a: first of a; second of a, refers; the drug", "b: first of b, refers; second of b, refers; third of b; the drug"],
            groups.Partition(0).Select(patient => $"{patient.Patient}: {string.Join("; ", patient.Resources.Select(Encoding.UTF8.GetString))}"));
        Assert.Equal(read.Sum(resource => resource.Json.Length) + "the drug".Length, groups.BytesFrom(0));
    }

    private static BulkResource Resource(string patient, string json, string? medication = null) => new(new BulkLine("Observation", null, patient, medication, null), Encoding.UTF8.GetBytes(json));

    private static BulkResource Medication(string id, string json) => new(new BulkLine("Medication", id, null, null, null), Encoding.UTF8.GetBytes(json));
}
