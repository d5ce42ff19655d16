using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Reading;

/// <summary>The resources of a request, each once: of several copies the newest counts, and damage is told in notes.</summary>
internal sealed class ResourceList(ReadingNotes notes)
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<ResourceEntry> _entries = [];

    public IReadOnlyList<ResourceEntry> Entries => _entries;

    public ReadingNotes Notes => notes;

    /// <summary>Adds a resource as it was read.</summary>
    public void Add(ResourceReading reading, string type, string? id, string? fullUrl, string place, ReadOnlyMemory<byte> source)
    {
        string reference = ReferenceOf(type, id, fullUrl, place);
        notes.Faults(reference, place, reading);
        Put(new ResourceEntry(reading.IsUsable ? reading.Resource : null, type, id, fullUrl, reference, place) { Source = source, IsUnusable = !reading.IsUsable });
    }

    /// <summary>Adds a resource of a type that nothing is read from.</summary>
    public void AddUnread(string type, string? id, string? fullUrl, string place, ReadOnlyMemory<byte> source) =>
        Put(new ResourceEntry(null, type, id, fullUrl, ReferenceOf(type, id, fullUrl, place), place) { Source = source });

    private static string ReferenceOf(string type, string? id, string? fullUrl, string place) => id is not null ? $"{type}/{id}" : fullUrl ?? $"{type} ({place})";

    private void Put(ResourceEntry added)
    {
        if (!_places.TryGetValue(added.Reference, out int index))
        {
            _places.Add(added.Reference, _entries.Count);
            _entries.Add(added);
            return;
        }

        ResourceEntry known = _entries[index];
        if (added.IsSameAs(known)) return;
        int newer = added.CompareVersion(known);
        if (newer == 0) return;
        notes.SeveralVersions(added.Reference);
        if (newer > 0) _entries[index] = added;
    }
}
