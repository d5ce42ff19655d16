using System.Collections.Frozen;
using System.Text.Json;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Reading;

/// <summary>
/// Takes requests apart in one pass over their bytes: nested bundles are opened, each resource goes down the fast lane, and what that declines to Firely.
/// Whatever is no resource is named in a note with its place.
/// </summary>
/// <param name="resources">Where the resources go.</param>
/// <param name="shapes">What of them is filled in.</param>
/// <param name="readTypes">The types that something is read from; others are only counted.</param>
internal sealed class FhirBundleReader(ResourceList resources, PocoShapes shapes, IReadOnlySet<string> readTypes)
{
    private const int DeepestBundle = 4;

    /// <summary>Deeper than FHIR goes; whoever takes bodies from the wire has a limit of their own before it.</summary>
    private const int DeepestJson = 256;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = DeepestJson };

    /// <summary>The types of FHIR R4 as they are written: one in another letter case is read by nobody, and has to be named.</summary>
    private static readonly FrozenSet<string> KnownTypes = ModelInfo.SupportedResources.ToFrozenSet(StringComparer.Ordinal);

    private readonly FastLane _lane = new(shapes);

    /// <summary>Reads a resource, or everything that a bundle holds.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="place">Its JSON path in the request.</param>
    /// <param name="asBundle">Whether it is taken as a bundle whatever type it says, as the drafts of an order hook are.</param>
    /// <exception cref="JsonException">The bytes are no JSON.</exception>
    public BundleFrame Read(ReadOnlyMemory<byte> json, string place, bool asBundle = false)
    {
        var reader = new Utf8JsonReader(json.Span, Options);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return default;
        string? type = BundleJson.TypeOf(reader);
        resources.Expect(json.Length);
        if (type == "Bundle" || asBundle) return new BundleFrame(true, type, ReadBundle(ref reader, json, place, 0));
        if (type is not null) ReadResource(ref reader, json, type, null, new EntryPlace(place, -1), 0);
        return new BundleFrame(true, type, false);
    }

    /// <summary>Reads the members of a bundle; whether it is only a part of a search result.</summary>
    private bool ReadBundle(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, string place, int depth)
    {
        bool hasNext = false;
        decimal? total = null;
        string? modifier = null;
        int matches = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string? member = reader.ValueTextEquals("entry"u8) ? "entry" : reader.ValueTextEquals("link"u8) ? "link" : reader.ValueTextEquals("total"u8) ? "total" : null;
            if (member is null && BundleJson.IsMiscased(reader.ValueSpan, "entry"u8)) resources.Notes.Miscased(place, "entry");
            bool isRule = member is null && BundleJson.IsModifier(reader.ValueSpan);
            string name = member is null ? BundleJson.NameOf(ref reader) : member;
            reader.Read();
            if (isRule && reader.TokenType != JsonTokenType.Null) modifier = name;
            if (member is null && HeldResources.In(reader, readTypes)) resources.Notes.HoldsUnread(place, name);
            switch (member)
            {
                case "entry":
                    matches += ReadEntries(ref reader, json, place, depth);
                    break;
                case "link":
                    hasNext |= BundleJson.NamesNext(ref reader);
                    break;
                case "total" when reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out decimal number):
                    total = number;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (modifier is not null)
        {
            resources.Notes.Modified(place, modifier);
            resources.TakeOut(place);
        }

        return hasNext || total > matches;
    }

    /// <summary>Reads the entries; how many of them are matches of the search.</summary>
    private int ReadEntries(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, string place, int depth)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            if (reader.TokenType == JsonTokenType.Null) return 0;
            resources.Notes.NoList($"{place}.entry");
            if (reader.TokenType == JsonTokenType.StartObject) return ReadEntry(ref reader, json, new EntryPlace(place, -2), depth) ? 1 : 0;
            reader.Skip();
            return 0;
        }

        int matches = 0;
        int number = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var entry = new EntryPlace(place, number++);
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                if (ReadEntry(ref reader, json, entry, depth)) matches++;
                continue;
            }

            if (reader.TokenType != JsonTokenType.Null) resources.Notes.NoEntry(entry.Entry);
            reader.Skip();
        }

        return matches;
    }

    /// <summary>Reads one entry; whether it is a match of the search.</summary>
    private bool ReadEntry(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, EntryPlace place, int depth)
    {
        string? fullUrl = null;
        bool isMatch = true;
        bool hasResource = false;
        bool isRepeated = false;
        bool isOther = false;
        bool isDeletion = false;
        string? modifier = null;
        Utf8JsonReader later = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("fullUrl"u8))
            {
                reader.Read();
                fullUrl = BundleJson.TextOf(ref reader);
            }
            else if (reader.ValueTextEquals("resource"u8))
            {
                reader.Read();
                isRepeated |= hasResource;
                if (reader.TokenType != JsonTokenType.StartObject)
                {
                    if (reader.TokenType != JsonTokenType.Null) resources.Notes.NoEntry(place.Resource);
                    reader.Skip();
                }
                else if (fullUrl is not null)
                {
                    hasResource = true;
                    ReadResource(ref reader, json, BundleJson.TypeOf(reader), fullUrl, place, depth + 1);
                }
                else
                {
                    hasResource = true;
                    // The URL of the entry, by which others refer to it, may still come.
                    later = reader;
                    reader.Skip();
                }
            }
            else if (reader.ValueTextEquals("search"u8))
            {
                reader.Read();
                isMatch = BundleJson.ModeOf(ref reader) is null or "match";
            }
            else
            {
                // What a transaction deletes or answers is no resource of the record.
                bool isRequest = reader.ValueTextEquals("request"u8);
                isOther |= isRequest || reader.ValueTextEquals("response"u8);
                string name = BundleJson.NameOf(ref reader);
                if (BundleJson.IsMiscased(reader.ValueSpan, "resource"u8)) resources.Notes.Miscased(place.Entry, "resource");
                bool isModifier = BundleJson.IsModifier(reader.ValueSpan);
                reader.Read();
                if (isModifier && reader.TokenType != JsonTokenType.Null) modifier = name;
                if (isRequest && reader.TokenType == JsonTokenType.StartObject && string.Equals(BundleJson.MemberOf(reader, "method"u8), "DELETE", StringComparison.OrdinalIgnoreCase))
                {
                    isDeletion = true;
                    if (BundleJson.MemberOf(reader, "url"u8) is { } url) resources.Delete(url);
                }
                else if (!isRequest && HeldResources.In(reader, readTypes))
                {
                    resources.Notes.HoldsUnread(place.Entry, name);
                }

                reader.Skip();
            }
        }

        if (later.TokenType == JsonTokenType.StartObject) ReadResource(ref later, json, BundleJson.TypeOf(later), fullUrl, place, depth + 1);
        if (!hasResource && !isOther) resources.Notes.NoEntry(place.Entry);
        if (isRepeated) resources.Notes.Repeated(place.Entry, "resource");
        if (modifier is not null) resources.Notes.Modified(place.Entry, modifier);
        if (isDeletion && hasResource) resources.Notes.Deleted(place.Entry);
        if (isRepeated || modifier is not null || isDeletion) resources.TakeOut(place.Resource);
        return isMatch;
    }

    private void ReadResource(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, string? type, string? fullUrl, EntryPlace place, int depth)
    {
        if (type == "Bundle")
        {
            if (depth < DeepestBundle) ReadBundle(ref reader, json, place.Resource, depth);
            else
            {
                resources.Notes.TooDeep(place.Resource);
                reader.Skip();
            }

            return;
        }

        if (type is null) resources.Notes.NoType(place.Resource);
        else if (!KnownTypes.Contains(type) && type != "MedicationUsage") resources.Notes.UnknownType(place.Resource, type);
        int start = (int)reader.TokenStartIndex;
        Utf8JsonReader again = reader;
        if (type is not null && readTypes.Contains(type))
        {
            if (_lane.TryRead(ref reader) is { } resource)
            {
                resources.Add(new ResourceReading(resource, []), type, IdOf(resource.IdElement), fullUrl, place, Slice(json, start, reader));
                return;
            }

            reader = again;
            reader.Skip();
            ReadOnlyMemory<byte> source = Slice(json, start, reader);
            ResourceReading reading = HeldResources.HasOtherType(again, type) ? StrictReader.TwoTypes : StrictReader.Read(source);
            resources.Add(reading, type == "MedicationUsage" ? "MedicationStatement" : type, reading.Resource is { } read ? IdOf(read.IdElement) : BundleJson.IdIn(again), fullUrl, place, source);
            return;
        }

        reader.Skip();
        if (HeldResources.In(again, readTypes, isResource: true)) resources.Notes.HoldsUnread(place.Resource, type ?? "resource");
        if (type is not null) resources.AddUnread(type, BundleJson.IdIn(again), fullUrl, place, Slice(json, start, reader));
    }

    private static string? IdOf(Id? id) => id.Text();

    private static ReadOnlyMemory<byte> Slice(ReadOnlyMemory<byte> json, int start, in Utf8JsonReader end) => json[start..(int)end.BytesConsumed];
}
