using Cds.FhirMapping.Json;
using Cds.FhirMapping.Resources;

namespace Cds.FhirMapping.DataTypes;

/// <summary>Finds the resource that a reference names: relative, absolute, <c>urn:uuid</c> through <c>fullUrl</c>, or contained.</summary>
internal sealed class ReferenceResolver
{
    private readonly Dictionary<string, ResourceEntry> _byReference = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResourceEntry> _byUrl = new(StringComparer.OrdinalIgnoreCase);

    public ReferenceResolver(IEnumerable<ResourceEntry> entries)
    {
        foreach (ResourceEntry entry in entries)
        {
            if (entry.Id is not null) _byReference.TryAdd($"{entry.Type}/{entry.Id}", entry);
            if (entry.FullUrl is not null) _byUrl.TryAdd(entry.FullUrl, entry);
        }
    }

    /// <summary>The resource that a Reference element of the given resource names; an element that does not exist when it cannot be found.</summary>
    public FhirElement Resolve(FhirElement reference, FhirElement from)
    {
        if (reference["reference"].Text is not { } text) return default;
        if (text.StartsWith('#'))
        {
            string id = text[1..];
            foreach (FhirElement contained in from["contained"].Items)
            {
                if (contained["id"].Text is { } own && own.TrimStart('#') == id) return contained;
            }

            return default;
        }

        if (_byUrl.TryGetValue(text, out ResourceEntry? byUrl)) return byUrl.Json;
        return Relative(text) is { } relative && _byReference.TryGetValue(relative, out ResourceEntry? entry) ? entry.Json : default;
    }

    /// <summary>The entry whose bundle URL this is.</summary>
    public ResourceEntry? ByUrl(string url) => _byUrl.GetValueOrDefault(url);

    /// <summary><c>Type/id</c> of a relative or absolute reference, without history; null for other forms.</summary>
    public static string? Relative(string reference)
    {
        if (reference.StartsWith("urn:", StringComparison.OrdinalIgnoreCase) || reference.StartsWith('#')) return null;
        int query = reference.AsSpan().IndexOfAny('?', '#');
        if (query >= 0) return null;
        string[] parts = reference.Split('/', StringSplitOptions.RemoveEmptyEntries);
        int last = parts.Length;
        if (last >= 4 && parts[last - 2] == "_history") last -= 2;
        return last >= 2 ? $"{parts[last - 2]}/{parts[last - 1]}" : null;
    }
}
