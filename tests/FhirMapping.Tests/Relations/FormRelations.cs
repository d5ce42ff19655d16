using System.Globalization;
using System.Text.Json.Nodes;

namespace Cds.FhirMapping.Tests.Relations;

/// <summary>The same record in another form: order, kind of Bundle, addresses, texts beside the data.</summary>
internal static class FormRelations
{
    public static IEnumerable<Relation> All =>
    [
        Relation.Same("entries in reverse order", record => Ordered(record, entries => entries.Reverse())),
        Relation.SameForEach("entries in three other orders", record => Enumerable.Range(1, 3).Select(seed => Ordered(record, entries => Shuffled(entries, seed)))),
        Relation.Same("a search set with its total", record => Changed(record, bundle => { bundle["type"] = "searchset"; bundle["total"] = bundle["entry"]!.AsArray().Count; })),
        Relation.Same("a transaction with requests", record => Changed(record, bundle =>
        {
            bundle["type"] = "transaction";
            foreach (JsonNode? entry in bundle["entry"]!.AsArray())
                entry!["request"] = new JsonObject { ["method"] = "PUT", ["url"] = $"{entry["resource"]!["resourceType"]}/{entry["resource"]!["id"]}" };
        })),
        Relation.Same("absolute addresses and an absolute subject", record =>
        {
            if (record.HasOwnAddresses) return null;
            Record copy = record.Copy();
            foreach (JsonNode? entry in copy.Entries) entry!["fullUrl"] = $"https://ehr.example.jp/fhir/{entry["resource"]!["resourceType"]}/{entry["resource"]!["id"]}";
            foreach (JsonObject resource in copy.Resources()) Absolute(resource);
            return copy;
        }),
        Relation.Same("a narrative in every resource", record => record.With(null, resource => resource["text"] = new JsonObject
        {
            ["status"] = "generated", ["div"] = "<div xmlns=\"http://www.w3.org/1999/xhtml\">stage III, refractory, pregnant</div>",
        })),
        Relation.Same("meta, language and identifiers in every resource", record => record.With(null, resource =>
        {
            resource["meta"] = new JsonObject { ["lastUpdated"] = "2026-11-30T09:00:00+09:00", ["tag"] = new JsonArray(new JsonObject { ["code"] = "x" }) };
            resource["language"] = "ja";
            resource["identifier"] = resource["identifier"]?.DeepClone() ?? new JsonArray(new JsonObject { ["system"] = "urn:x", ["value"] = "1" });
        })),
        Relation.Same("an extension that nobody knows in every resource", record => record.With(null, resource =>
        {
            JsonArray extensions = resource["extension"]?.DeepClone().AsArray() ?? [];
            extensions.Add(new JsonObject { ["url"] = "https://hospital.example.jp/ward", ["valueString"] = "7 West" });
            resource["extension"] = extensions;
        })),
        Relation.Same("members of each resource in reverse order", record =>
        {
            Record copy = record.Copy();
            foreach (JsonNode? entry in copy.Entries)
                entry!["resource"] = new JsonObject(entry["resource"]!.AsObject().Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
            return copy;
        }),
        Relation.Same("notes beside every result", record => record.With("Observation", resource => resource["note"] = new JsonArray(new JsonObject { ["text"] = "see report" }))),
    ];

    private static Record Changed(Record record, Action<JsonObject> change)
    {
        Record copy = record.Copy();
        change(copy.Bundle);
        return copy;
    }

    private static Record Ordered(Record record, Func<IEnumerable<JsonNode?>, IEnumerable<JsonNode?>> order)
    {
        Record copy = record.Copy();
        copy.Bundle["entry"] = new JsonArray([.. order(record.Entries).Select(entry => entry!.DeepClone())]);
        return copy;
    }

    /// <summary>An order that is the same in every run.</summary>
    private static IEnumerable<JsonNode?> Shuffled(IEnumerable<JsonNode?> entries, int seed) =>
        entries.Select((entry, i) => (entry, Place: (i + 1) * 7919 * (seed + 1) % 1009)).OrderBy(e => e.Place).Select(e => e.entry);

    private static void Absolute(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (JsonNode? item in array) Absolute(item);
                break;
            case JsonObject element:
                if (element["reference"] is JsonValue value && value.TryGetValue(out string? reference) && char.IsUpper(reference[0]))
                    element["reference"] = string.Create(CultureInfo.InvariantCulture, $"https://ehr.example.jp/fhir/{reference}");
                foreach (JsonNode? member in element.Select(m => m.Value).ToArray()) Absolute(member);
                break;
            default:
                break;
        }
    }
}
