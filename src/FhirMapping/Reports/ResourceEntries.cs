namespace Cds.FhirMapping;

/// <summary>The resources of a Bundle once more, for what a report says of them beside the facts.</summary>
internal static class ResourceEntries
{
    /// <summary>The entries, those that cannot be read without their resource.</summary>
    public static IReadOnlyList<ResourceEntry> Of(ReadOnlyMemory<byte> bundle)
    {
        var resources = new ResourceList(new ReadingNotes());
        new FhirBundleReader(resources, PocoShapes.ReadOnly, PatientFactsReader.ReadTypes).Read(bundle, "$");
        return resources.Entries;
    }
}
