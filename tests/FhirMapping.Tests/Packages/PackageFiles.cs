using System.IO.Compression;
using System.Xml.Linq;

namespace Cds.FhirMapping.Tests.Packages;

/// <summary>A packed NuGet package: its files and what its manifest says.</summary>
internal sealed record PackageFiles(IReadOnlyList<string> Names, XElement Metadata, string Readme)
{
    /// <summary>Reads a package.</summary>
    public static PackageFiles Read(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        ZipArchiveEntry manifest = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal));
        using Stream content = manifest.Open();
        XElement metadata = XDocument.Load(content).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
        ZipArchiveEntry? readme = archive.GetEntry("README.md");
        using StreamReader? reader = readme is null ? null : new StreamReader(readme.Open());
        return new([.. archive.Entries.Select(entry => entry.FullName)], metadata, reader?.ReadToEnd() ?? "");
    }

    /// <summary>The text of an element of the manifest.</summary>
    public string Of(string name) => Metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value ?? "";

    /// <summary>The packages that it needs.</summary>
    public IReadOnlyList<string> Dependencies => [.. Metadata.Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value)];
}
