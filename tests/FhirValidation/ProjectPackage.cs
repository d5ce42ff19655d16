using Hl7.Fhir.Model;
using Hl7.Fhir.Specification.Source;

namespace Cds.FhirValidation;

/// <summary>The FHIR package of this project (<c>fhir-profiles</c>): the profiles, value sets and code systems that it publishes, and its examples.</summary>
public static class ProjectPackage
{
    /// <summary>Where all its canonical URLs begin.</summary>
    public const string CanonicalBase = "https://myeloma-cds.example.org/fhir/";

    private const string Folder = "fhir-profiles";

    /// <summary>Its files with FHIR resources, as paths from the root of the repository.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. RepositoryFiles.Json(Folder).Where(file => file != Folder + "/package.json")];

    /// <summary>The text of a file.</summary>
    public static string Text(string file) => RepositoryFiles.Text(file);

    /// <summary>A file as resource, a fresh one at each call.</summary>
    public static Resource Read(string file) => StrictReading.Of(Text(file)).Resource ?? throw new InvalidDataException(file);

    /// <summary>All resources of one kind, fresh ones at each call.</summary>
    public static IEnumerable<T> Of<T>()
        where T : Resource => Files.Select(Read).OfType<T>();

    /// <summary>Finds its resources by canonical URL. They are copies of its own: snapshots and expansions are written into them.</summary>
    internal static IAsyncResourceResolver CreateResolver() => new InMemoryResourceResolver(Files.Select(Read).ToArray());
}
