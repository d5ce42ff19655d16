using System.Globalization;
using System.Text.Json;
using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Json;
using Cds.FhirMapping.Resources;

namespace Cds.FhirMapping;

/// <summary>
/// The draft orders of an order hook, taken apart leniently: entries without a resource, unknown types and a Bundle without a type are survived.
/// Views into the request; live as long as its body.
/// </summary>
public sealed class DraftOrderBundle
{
    private readonly Dictionary<string, JsonElement> _resources = new(StringComparer.Ordinal);
    private readonly HashSet<string> _selected = new(StringComparer.Ordinal);

    /// <summary>Takes a Bundle apart.</summary>
    /// <param name="bundle">The Bundle of the hook's context.</param>
    /// <param name="selections">References of the orders just picked; null when all of them are to be judged.</param>
    public DraftOrderBundle(JsonElement bundle, IReadOnlyList<string>? selections)
    {
        var collector = new ResourceCollector(new ReadingNotes());
        int number = 0;
        foreach (FhirElement entry in new FhirElement(bundle)["entry"].Items)
        {
            collector.Add(entry["resource"], entry["fullUrl"].Text, string.Create(CultureInfo.InvariantCulture, $"$.context.draftOrders.entry[{number}].resource"));
            number++;
        }

        Entries = collector.Entries;
        HashSet<string> picked = [.. (selections ?? []).Concat((selections ?? []).Select(ReferenceResolver.Relative).OfType<string>())];
        foreach (ResourceEntry entry in Entries)
        {
            _resources[entry.Reference] = entry.Json.Source;
            if (selections is null || IsPicked(entry, picked)) _selected.Add(entry.Reference);
        }
    }

    /// <summary>Whether a selection names an entry: by <c>Type/id</c>, by the end of an address, by its bundle URL, or, as some clients do, by the id alone.</summary>
    private static bool IsPicked(ResourceEntry entry, HashSet<string> picked) =>
        picked.Contains(entry.Reference) || (entry.FullUrl is { } url && picked.Contains(url)) || (entry.Id is { } id && picked.Contains(id));

    /// <summary>Its resources, each once.</summary>
    internal IReadOnlyList<ResourceEntry> Entries { get; }

    /// <summary>Whether an order is to be judged.</summary>
    public bool IsSelected(string reference) => _selected.Contains(reference);

    /// <summary>The resource of an order as it was sent; null for a reference that names none.</summary>
    public JsonElement? Find(string reference) => _resources.TryGetValue(reference, out JsonElement resource) ? resource : null;
}
