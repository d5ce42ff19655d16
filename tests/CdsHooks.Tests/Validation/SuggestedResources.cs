using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.FhirValidation;

namespace Cds.CdsHooks.Tests.Validation;

/// <summary>The resources that suggestions carry, gathered from many answers: those that differ in words, ids and dates only are judged once.</summary>
internal sealed class SuggestedResources
{
    /// <summary>Members whose value is free text, an id or a date of the patient: reading looks at their form, and no rule looks at more.</summary>
    private static readonly HashSet<string> FreeValues = new(StringComparer.Ordinal) { "id", "text", "display", "reference", "authoredOn", "patientInstruction", "start", "end", "unit" };

    private readonly Dictionary<string, string> _origins = new(StringComparer.Ordinal);

    /// <summary>How many different resources there are.</summary>
    public int Count => _origins.Count;

    /// <summary>Takes the resources of every action of every card.</summary>
    public void Add(string origin, JsonElement cards)
    {
        foreach (JsonElement action in cards.EnumerateArray().SelectMany(Actions))
        {
            if (action.TryGetProperty("resource", out JsonElement resource)) _origins.TryAdd(resource.GetRawText(), origin);
        }
    }

    /// <summary>What is wrong: each kind of fault once, with the number of resources that have it and the first of them.</summary>
    public IReadOnlyList<string> Faults()
    {
        var shapes = new HashSet<string>(StringComparer.Ordinal);
        var faults = new List<(string Fault, string Origin)>();
        foreach ((string json, string origin) in _origins)
        {
            StrictReading reading = StrictReading.Of(json);
            faults.AddRange(reading.Issues.Select(issue => (issue, origin)));
            JsonNode shape = JsonNode.Parse(json)!;
            Blank(shape);
            if (reading.Resource is { } resource && shapes.Add(shape.ToJsonString())) faults.AddRange(OfficialValidator.Validate(resource).Select(fault => (fault, origin)));
        }

        return [.. faults.GroupBy(fault => fault.Fault).OrderByDescending(group => group.Count()).Select(group => $"{group.Count()} times: {group.Key} (first: {group.First().Origin})")];
    }

    private static IEnumerable<JsonElement> Actions(JsonElement card) =>
        card.TryGetProperty("suggestions", out JsonElement suggestions)
            ? suggestions.EnumerateArray().SelectMany(suggestion => suggestion.TryGetProperty("actions", out JsonElement actions) ? actions.EnumerateArray().ToArray() : [])
            : [];

    private static void Blank(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (JsonNode? item in array) Blank(item);
                break;
            case JsonObject element:
                foreach (string name in element.Select(member => member.Key).ToArray())
                {
                    if (element[name] is JsonValue && FreeValues.Contains(name)) element[name] = "";
                    else Blank(element[name]);
                }

                break;
            default:
                break;
        }
    }
}
