using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cds.CdsHooks.Tests.Chaos;

/// <summary>
/// Changes a JSON document the way systems that are almost right do, place by place and knowing what stands there: other values of the same kind, values of another kind,
/// parts left out, repeated, swapped, wrapped, renamed to names that mean something elsewhere, and texts that hold what no text should.
/// </summary>
internal sealed class StructureMutator(int seed)
{
    private static readonly string[] Texts =
    [
        "", " ", "0001-01-01", "9999-12-31T23:59:59.9999999-14:00", "2026", "2026-02-30", "1e-28", "-1", "<5", "陽性", "陰性", "not detected", "t(4;14)(p16;q32)", "mg/dL", "10*9/L", "/",
        "Patient/p2", "Patient/../..", "urn:uuid:x", "#c", "http://loinc.org", "33358-3", "entered-in-error", "active", "stopped", "<script>", "[x](javascript:x)", "{{context.patientId}}",
        "\u202Etxet", "\u2066a\u2069", "a\u0000b", "\u001b[31m", "\uFEFF", "\uD83E\uDDEC", Surrogate, "NaN", "null",
    ];

    private static readonly string[] Numbers = ["0", "-0", "-1", "1e-28", "1e28", "79228162514264337593543950335", "1e400", "0.1", "3.4999999999999999999999999", "2147483648"];

    private static readonly string[] Others = ["null", "true", "false", "[]", "{}", "[[]]", "[null]", "{\"resourceType\":\"Patient\"}", "{\"reference\":\"Patient/p1\"}", "{\"value\":1,\"unit\":\"g\"}"];

    private static readonly string[] Names =
        ["id", "status", "code", "value", "unit", "subject", "resourceType", "entry", "resource", "valueQuantity", "valueString", "effectiveDateTime", "modifierExtension", "implicitRules", "_status", "VALUE", "__proto__", "comparator", "dataAbsentReason", "outcomeTimestamp", "hook"];

    /// <summary>Becomes an escaped half of a character, which no JSON writer would write.</summary>
    private const string Surrogate = "the-half-of-a-character";

    // A fixed seed: every run sees the same mutations.
#pragma warning disable CA5394
    private readonly Random _random = new(seed);

    /// <summary>A changed copy as text.</summary>
    public string Mutate(JsonNode document)
    {
        JsonNode copy = document.DeepClone();
        for (int change = 1 + _random.Next(4); change > 0; change--) Change(copy);
        return copy.ToJsonString().Replace(Surrogate, "\\ud800", StringComparison.Ordinal);
    }

    private void Change(JsonNode root)
    {
        JsonNode[] places = [.. Below(root)];
        if (places.Length == 0) return;
        JsonNode place = places[_random.Next(places.Length)];
        switch (_random.Next(9))
        {
            case 0 or 1: place.ReplaceWith(JsonNode.Parse(Like(place))); break;
            case 2: place.ReplaceWith(JsonNode.Parse(Any(Others))); break;
            case 3: Remove(place); break;
            case 4: Repeat(place); break;
            case 5: Swap(place, places[_random.Next(places.Length)]); break;
            case 6: Rename(place); break;
            case 7: Wrap(place); break;
            default: Add(place); break;
        }
    }

    private string Like(JsonNode place) => place.GetValueKind() == JsonValueKind.Number ? Any(Numbers) : JsonSerializer.Serialize(Any(Texts));

    private static void Remove(JsonNode place)
    {
        if (place.Parent is JsonObject members) members.Remove(place.GetPropertyName());
        else place.Parent!.AsArray().Remove(place);
    }

    private void Repeat(JsonNode place)
    {
        JsonArray? list = place as JsonArray ?? place.Parent as JsonArray;
        if (list is not { Count: > 0 }) return;
        JsonNode? item = list[_random.Next(list.Count)];
        for (int times = 1 + _random.Next(20); times > 0; times--) list.Add(item?.DeepClone());
    }

    private static void Swap(JsonNode one, JsonNode other)
    {
        JsonNode first = one.DeepClone(), second = other.DeepClone();
        one.ReplaceWith(second);
        if (other.Parent is not null) other.ReplaceWith(first);
    }

    private void Rename(JsonNode place)
    {
        if (place.Parent is not JsonObject members) return;
        members.Remove(place.GetPropertyName());
        members[Any(Names)] = place;
    }

    private void Wrap(JsonNode place)
    {
        JsonNode wrapped = place.DeepClone();
        for (int depth = _random.Next(6) == 0 ? 200 : 1; depth > 0; depth--) wrapped = _random.Next(2) == 0 ? new JsonArray(wrapped) : new JsonObject { [Any(Names)] = wrapped };
        place.ReplaceWith(wrapped);
    }

    private void Add(JsonNode place)
    {
        if (place is JsonObject members) members[Any(Names)] = JsonNode.Parse(_random.Next(2) == 0 ? Any(Others) : JsonSerializer.Serialize(Any(Texts)));
    }

    private string Any(string[] choices) => choices[_random.Next(choices.Length)];
#pragma warning restore CA5394

    /// <summary>All that stands below a node; what is null has no place of its own.</summary>
    private static IEnumerable<JsonNode> Below(JsonNode node)
    {
        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        foreach (JsonNode child in children.OfType<JsonNode>())
        {
            yield return child;
            foreach (JsonNode deeper in Below(child)) yield return deeper;
        }
    }
}
