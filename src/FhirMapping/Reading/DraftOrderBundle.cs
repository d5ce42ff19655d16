using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Reading;

/// <summary>
/// The draft orders of an order hook, taken apart leniently: entries without a resource, unknown types and a Bundle without a type are survived.
/// </summary>
public sealed class DraftOrderBundle
{
    private const string Place = "$.context.draftOrders", InEntry = ".resource";

    private static readonly HashSet<string> ReadTypes = ["MedicationRequest", "ServiceRequest", "Medication"];

    private readonly Dictionary<string, ResourceEntry> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _selected = new(StringComparer.Ordinal);

    /// <summary>Takes a Bundle apart.</summary>
    /// <param name="bundle">The Bundle of the hook's context as JSON in UTF-8; has to be JSON.</param>
    /// <param name="selections">References of the orders just picked; null when all of them are to be judged.</param>
    public DraftOrderBundle(ReadOnlyMemory<byte> bundle, IReadOnlyList<string>? selections)
    {
        var resources = new ResourceList(Notes, asDrafts: true);
        // Changed orders are sent back whole: every element is kept, also those that no reader asks for.
        new FhirBundleReader(resources, PocoShapes.Whole, ReadTypes).Read(bundle, Place, asBundle: true);
        Entries = resources.Entries;
        IsBeingChosen = selections is not null;
        HashSet<string> picked = [.. (selections ?? []).Concat((selections ?? []).Select(ReferenceResolver.Relative).OfType<string>())];
        foreach (ResourceEntry entry in Entries)
        {
            _entries[entry.Reference] = entry;
            if (selections is null || IsPicked(entry, picked)) _selected.Add(entry.Reference);
        }
    }

    /// <summary>Whether a selection names an entry: by <c>Type/id</c>, by the end of an address, by its bundle URL, or, as some clients do, by the id alone.</summary>
    private static bool IsPicked(ResourceEntry entry, HashSet<string> picked) =>
        picked.Contains(entry.Reference) || (entry.FullUrl is { } url && picked.Contains(url)) || (entry.Id is { } id && picked.Contains(id));

    /// <summary>Whether orders are being picked, so that one without a drug is only unfinished; otherwise they are about to be signed.</summary>
    internal bool IsBeingChosen { get; }

    /// <summary>Its resources, each once.</summary>
    internal IReadOnlyList<ResourceEntry> Entries { get; }

    /// <summary>What could not be read of it.</summary>
    internal ReadingNotes Notes { get; } = new();

    /// <summary>Places of entries that are no resource, or one whose type cannot be told.</summary>
    internal IEnumerable<string> UnreadEntries => Notes.Sorted
        .Where(note => note.Severity != NoteSeverity.Information && note.Resource is { } place && place.StartsWith(Place, StringComparison.Ordinal))
        .Select(note => note.Resource!.EndsWith(InEntry, StringComparison.Ordinal) ? note.Resource[..^InEntry.Length] : note.Resource).Distinct(StringComparer.Ordinal);

    /// <summary>Whether an order is to be judged.</summary>
    public bool IsSelected(string reference) => _selected.Contains(reference);

    /// <summary>The order as it was sent; null for a reference that names none, or one that cannot be used.</summary>
    public Resource? Find(string reference) => _entries.GetValueOrDefault(reference)?.Resource;
}
