using System.Text.Json;
using Cds.FhirMapping;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Vignettes;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>A patient, the moment asked about and what the site has switched on.</summary>
/// <param name="Name">Where it comes from.</param>
/// <param name="Facts">The patient.</param>
/// <param name="AsOf">The moment.</param>
/// <param name="Settings">Settings of the site.</param>
internal sealed record ReferencePatient(string Name, PatientFacts Facts, AsOf AsOf, IReadOnlySet<string> Settings)
{
    /// <summary>Every sample, every case and every vignette.</summary>
    public static IReadOnlyList<ReferencePatient> All { get; } = [.. Samples(), .. Cases(), .. Vignettes()];

    private static IEnumerable<ReferencePatient> Samples() =>
        Directory.GetFiles(Repository.PathOf("samples"), "*.json").Order(StringComparer.Ordinal)
            .Select(file => Read(Path.GetFileName(file), File.ReadAllBytes(file), AsOf.EndOf(new DateOnly(2026, 11, 20))));

    private static IEnumerable<ReferencePatient> Cases()
    {
        foreach (string file in Directory.GetFiles(Repository.PathOf("tests", "CdsHooks.Tests", "Cases"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
            string asOf = document.RootElement.GetProperty("asOf").GetString()!;
            yield return Read(
                Path.GetFileName(file),
                JsonSerializer.SerializeToUtf8Bytes(document.RootElement.GetProperty("bundle")),
                DateOnly.TryParse(asOf, out DateOnly day) ? AsOf.EndOf(day) : AsOf.At(DateTimeOffset.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture).DateTime));
        }
    }

    private static IEnumerable<ReferencePatient> Vignettes()
    {
        var reader = new VignetteReader(Shipped.Knowledge);
        return VignetteSuite.EmbeddedFiles().SelectMany(reader.Read).Select(vignette => new ReferencePatient(vignette.ToString(), vignette.Patient, vignette.AsOf, vignette.Settings));
    }

    private static ReferencePatient Read(string name, byte[] bundle, AsOf asOf) => new(
        name,
        new PatientFactsReader(Shipped.Knowledge, CodeMap.ReadEmbedded(), TimeZoneInfo.Utc).ReadBundle(bundle).Facts ?? throw new InvalidOperationException($"{name} cannot be read."),
        asOf,
        new HashSet<string>());
}
