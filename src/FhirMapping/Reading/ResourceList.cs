using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Reading;

/// <summary>The resources of a request, each once: of several copies the newest counts, and damage is told in notes.</summary>
/// <param name="notes">Where damage is told.</param>
/// <param name="asDrafts">
/// Whether the resources are orders being written: those are judged without the parts that cannot be read, since an order that is passed over is not checked
/// at all. Whether and for whom it is to be done still has to be readable; status and intent need not be there yet.
/// </param>
internal sealed class ResourceList(ReadingNotes notes, bool asDrafts = false)
{
    private const int TypicalBytes = 960;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<ResourceEntry> _entries = [];
    private readonly HashSet<string> _deleted = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _ofOtherRelease = new(StringComparer.Ordinal);

    public IReadOnlyList<ResourceEntry> Entries => _entries;

    public ReadingNotes Notes => notes;

    /// <summary>Makes room for the resources of so many bytes at once, a kilobyte each: growing step by step costs twice the room.</summary>
    public void Expect(int bytes)
    {
        _entries.EnsureCapacity(_entries.Count + (bytes / TypicalBytes));
        _places.EnsureCapacity(_places.Count + (bytes / TypicalBytes));
    }

    /// <summary>Adds a resource as it was read.</summary>
    public void Add(ResourceReading reading, string type, string? id, string? fullUrl, EntryPlace place, ReadOnlyMemory<byte> source)
    {
        if (reading.IsOfOtherRelease) _ofOtherRelease.Add(ReferenceOf(type, id, fullUrl, place));
        if (reading.Faults.Count == 0)
        {
            Put(new ResourceEntry(reading.Resource, type, id, fullUrl, ReferenceOf(type, id, fullUrl, place), place) { Source = source });
            return;
        }

        string reference = ReferenceOf(type, id, fullUrl, place);
        bool isUsable = reading.Resource is not null && !reading.Faults.Any(asDrafts ? TakesDraftOut : TakesOut);
        notes.Faults(reference, place.Resource, reading.Faults, isUsable);
        Put(new ResourceEntry(isUsable ? reading.Resource : null, type, id, fullUrl, reference, place)
        {
            Source = source,
            IsUnusable = !isUsable,
            UnreadPaths = [.. reading.Faults.Where(fault => isUsable && fault.Kind == FaultKind.Unreadable).Select(fault => fault.Path)],
            Damaged = isUsable || reading.Faults.Any(fault => fault.IsSubject) ? null : reading.Resource,
        });
    }

    /// <summary>Takes out what the place holds: something beside it says that it is not meant as it stands. A patient stays who was asked about.</summary>
    public void TakeOut(string place)
    {
        for (int i = 0; i < _entries.Count; i++)
        {
            ResourceEntry entry = _entries[i];
            string at = entry.Place.Resource;
            if (entry.Type == "Patient" || !at.StartsWith(place, StringComparison.Ordinal) || (at.Length > place.Length && at[place.Length] != '.')) continue;
            _entries[i] = entry with { Resource = null, IsUnusable = true, Damaged = entry.Resource ?? entry.Damaged };
        }
    }

    /// <summary>Remembers that an entry deletes a resource, wherever in the request the resource is.</summary>
    public void Delete(string reference) => _deleted.Add(reference);

    /// <summary>Notes, one line for all of them, what is written as another release of FHIR has it.</summary>
    public void NoteOtherReleases()
    {
        if (_ofOtherRelease.Count > 0) notes.OfOtherRelease(_ofOtherRelease.Min!, _ofOtherRelease.Count);
    }

    /// <summary>Takes out what an entry deletes.</summary>
    public void TakeOutDeleted()
    {
        for (int i = 0; i < _entries.Count && _deleted.Count > 0; i++)
        {
            ResourceEntry entry = _entries[i];
            if (entry.Type == "Patient" || !_deleted.Any(d => d == entry.Reference || d.EndsWith("/" + entry.Reference, StringComparison.Ordinal))) continue;
            notes.Deleted(entry.Reference);
            _entries[i] = entry with { Resource = null, IsUnusable = false, Damaged = null };
        }
    }

    private static bool TakesOut(ReadingFault fault) => fault.Kind is FaultKind.Restricts or FaultKind.Unreadable;

    private static bool TakesDraftOut(ReadingFault fault) => fault.Kind == FaultKind.Restricts && fault.Path is not (".status" or ".intent");

    /// <summary>Adds a resource of a type that nothing is read from.</summary>
    public void AddUnread(string type, string? id, string? fullUrl, EntryPlace place, ReadOnlyMemory<byte> source) =>
        Put(new ResourceEntry(null, type, id, fullUrl, ReferenceOf(type, id, fullUrl, place), place) { Source = source });

    /// <summary>A name is read by people: one that would turn or break a line names nothing, and cleaned it could be another's.</summary>
    private static string ReferenceOf(string type, string? id, string? fullUrl, EntryPlace place)
    {
        if (id is not null && PlainText.IsPlain(id)) return $"{type}/{id}";
        return fullUrl is not null && PlainText.IsPlain(fullUrl) ? fullUrl : $"{type} ({place.Resource})";
    }

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
        notes.SeveralVersions(added.Reference);
        if (newer > 0) _entries[index] = added;
    }
}
