using Hl7.Fhir.Model;

namespace Cds.FhirMapping.DataTypes;

/// <summary>Finds the resource that a reference names: relative, absolute, <c>urn:uuid</c> through <c>fullUrl</c>, or contained.</summary>
internal sealed class ReferenceResolver
{
    private readonly Lazy<(Dictionary<string, ResourceEntry> ByReference, Dictionary<string, ResourceEntry> ByUrl)> _index;

    /// <param name="entries">The resources of the request. Most requests refer to nothing but their patient, so they are indexed when first asked for.</param>
    public ReferenceResolver(IEnumerable<ResourceEntry> entries) => _index = new(() => Index(entries), LazyThreadSafetyMode.None);

    /// <summary>The resource that a reference of the given resource names; null when it cannot be found, told from another, or read.</summary>
    public Resource? Resolve(ResourceReference? reference, Resource? from)
    {
        if (reference?.ReferenceElement.Text() is not { } text) return null;
        if (text.StartsWith('#'))
        {
            string id = text[1..];
            List<Resource> named = (from as DomainResource)?.Contained.FindAll(contained => contained.IdElement.Text() is { } own && own.TrimStart('#') == id) ?? [];
            // Two different resources under one id: nobody can tell which is meant.
            return named.Count > 0 && named.TrueForAll(one => one.IsExactly(named[0])) ? named[0] : null;
        }

        if (_index.Value.ByUrl.TryGetValue(text, out ResourceEntry? byUrl)) return byUrl.Resource;
        return Relative(text) is { } relative && _index.Value.ByReference.TryGetValue(relative, out ResourceEntry? entry) ? entry.Resource : null;
    }

    /// <summary>The entry whose bundle URL this is.</summary>
    public ResourceEntry? ByUrl(string url) => _index.Value.ByUrl.GetValueOrDefault(url);

    private static (Dictionary<string, ResourceEntry> ByReference, Dictionary<string, ResourceEntry> ByUrl) Index(IEnumerable<ResourceEntry> entries)
    {
        var byReference = new Dictionary<string, ResourceEntry>(StringComparer.Ordinal);
        var byUrl = new Dictionary<string, ResourceEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (ResourceEntry entry in entries)
        {
            if (entry.Id is not null) byReference.TryAdd(entry.Reference, entry);
            if (entry.FullUrl is not null) byUrl.TryAdd(entry.FullUrl, entry);
        }

        return (byReference, byUrl);
    }

    /// <summary><c>Type/id</c> of a relative or absolute reference, without history; null for other forms.</summary>
    public static string? Relative(string reference)
    {
        if (reference.StartsWith("urn:", StringComparison.OrdinalIgnoreCase) || reference.StartsWith('#')) return null;
        if (reference.AsSpan().IndexOfAny('?', '#') >= 0) return null;
        string[] parts = reference.Split('/', StringSplitOptions.RemoveEmptyEntries);
        int last = parts.Length;
        if (last >= 4 && parts[last - 2] == "_history") last -= 2;
        if (last < 2) return null;
        return last == 2 && parts.Length == 2 && reference.Length == parts[0].Length + parts[1].Length + 1 ? reference : $"{parts[last - 2]}/{parts[last - 1]}";
    }
}
