using Hl7.Fhir.Specification.Source;

namespace Cds.FhirValidation;

/// <summary>The FHIR R4 specification as published by HL7: its profiles, extensions, value sets and code systems (no examples are in the package).</summary>
public static class Specification
{
    private static readonly Lazy<ZipSource> Zip = new(Open);

    /// <summary>Finds its resources by canonical URL.</summary>
    internal static IAsyncResourceResolver Resolver => Zip.Value;

    /// <summary>The XML files of the specification, unpacked.</summary>
    internal static IEnumerable<string> Files
    {
        get
        {
            if (!Zip.Value.IsPrepared) Zip.Value.Prepare();
            return Directory.EnumerateFiles(Zip.Value.ExtractPath!, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        }
    }

    /// <summary>
    /// Unpacked beside the tests, not in the folder for temporary files that all processes of the machine share: test projects run at the same time.
    /// </summary>
    private static ZipSource Open() => new(
        Path.Combine(AppContext.BaseDirectory, "specification.zip"),
        Path.Combine(AppContext.BaseDirectory, "specification"),
        new DirectorySourceSettings { Mask = "*.xml", IncludeSubDirectories = true });
}
