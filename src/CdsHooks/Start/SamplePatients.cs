using Cds.CdsHooks.Pages;

namespace Cds.CdsHooks.Start;

/// <summary>A synthetic patient that ships with the service.</summary>
/// <param name="Name">Name of its file in <c>samples</c>, without the ending.</param>
/// <param name="AsOf">The moment at which it is seen.</param>
/// <param name="Title">The patient in one line.</param>
internal sealed record SamplePatient(string Name, string AsOf, LocalizedText Title)
{
    /// <summary>The patients of a list that ships.</summary>
    public static IReadOnlyList<SamplePatient> Read(string list) => [.. ShippedFile.Rows(list).Select(cells => new SamplePatient(cells[0], cells[1], new LocalizedText(cells[2], cells[3])))];
}

/// <summary>The synthetic patients of the folder <c>samples</c>: a published service has them too.</summary>
internal static class SamplePatients
{
    private const string Folder = "samples/", List = "Start/samples.tsv";

    private static readonly Lazy<IReadOnlyList<SamplePatient>> Patients = new(() => SamplePatient.Read(List));

    /// <summary>All of them, in the order in which they are offered.</summary>
    public static IReadOnlyList<SamplePatient> All => Patients.Value;

    /// <summary>The sample of a name, or null.</summary>
    public static SamplePatient? Find(string? name) => All.FirstOrDefault(sample => sample.Name == name);

    /// <summary>The Bundle of a sample.</summary>
    public static byte[] Bundle(SamplePatient sample) => ShippedFile.Bytes(Folder + sample.Name + ".json");
}
