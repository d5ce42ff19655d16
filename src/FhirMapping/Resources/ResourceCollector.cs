using System.Globalization;
using Cds.FhirMapping.Json;

namespace Cds.FhirMapping.Resources;

/// <summary>Takes bundles apart: nested bundles are opened, and a resource that is there more than once counts once.</summary>
internal sealed class ResourceCollector(ReadingNotes notes)
{
    private const int DeepestBundle = 4;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<ResourceEntry> _entries = [];

    /// <summary>The resources, each once.</summary>
    public IReadOnlyList<ResourceEntry> Entries => _entries;

    /// <summary>Adds a resource, or everything that a bundle holds. The place is its JSON path in the request.</summary>
    public void Add(FhirElement resource, string? fullUrl, string place, int depth = 0)
    {
        if (resource["resourceType"].Text is not { } type) return;
        if (type == "Bundle")
        {
            if (depth >= DeepestBundle) return;
            int number = 0;
            foreach (FhirElement entry in resource["entry"].Items)
            {
                Add(entry["resource"], entry["fullUrl"].Text, string.Create(CultureInfo.InvariantCulture, $"{place}.entry[{number}].resource"), depth + 1);
                number++;
            }

            return;
        }

        string? id = resource["id"].Text;
        string reference = id is not null ? $"{type}/{id}" : fullUrl ?? $"{type} ({place})";
        var added = new ResourceEntry(resource, type, id, fullUrl, reference, place);
        if (_places.TryGetValue(reference, out int index))
        {
            int newer = added.CompareVersion(_entries[index]);
            if (newer != 0 && added.Json.Raw != _entries[index].Json.Raw) notes.SeveralVersions(reference);
            if (newer > 0) _entries[index] = added;
        }
        else
        {
            _places.Add(reference, _entries.Count);
            _entries.Add(added);
        }
    }
}
