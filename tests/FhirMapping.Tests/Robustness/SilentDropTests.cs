using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Robustness;

/// <summary>
/// A resource that says something, damaged in one member: either it still says something, or a note names it. Nothing that was sent is dropped
/// in silence.
/// </summary>
public sealed class SilentDropTests
{
    /// <summary>Members that only say what kind of thing a resource is about: without them it is simply about something else.</summary>
    private static readonly string[] Identity = ["resourceType", "code", "coding", "system", "display", "text", "category", "url", "linkId", "reference", "medication"];

    private static readonly JsonNode?[] Replacements =
    [
        null, true, 7, -1, "", "x", "2026-13-45", "foo", new JsonArray(), new JsonObject(), new JsonArray(new JsonArray()), "Patient/p2", 1e30,
    ];

    public static TheoryData<string> Files() =>
    [
        "new-eligible.json", "ide-cel-ecog.json", "poems-met.json", "mixed-dialects.json", "lenalidomide-refractory.json", "on-acyclovir.json", "smouldering-high-risk.json",
        "golden/us-core-laboratory.json", "golden/us-core-medications.json", "golden/r5-requests.json", "golden/r5-statements.json", "golden/messy-units.json", "golden/jp-core-treatment.json",
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_damaged_resource_still_counts_or_is_named_in_a_note(string file)
    {
        JsonObject bundle = JsonNode.Parse(Reading.File(file))!.AsObject();
        if (bundle["bundle"] is JsonObject golden) bundle = golden;
        JsonArray entries = bundle["entry"]!.AsArray();
        HashSet<string> saying = Saying(Read(bundle));
        var dropped = new List<string>();
        int tried = 0;
        foreach (JsonObject resource in entries.Select(e => e!["resource"]!.AsObject()).ToArray())
        {
            string reference = $"{resource["resourceType"]}/{resource["id"]}";
            if (!saying.Contains(reference)) continue;
            foreach ((JsonObject parent, string member) in Members(resource).ToArray())
            {
                if (Identity.Contains(member) || (parent == resource && member == "id")) continue;
                JsonNode? original = parent[member]?.DeepClone();
                foreach (JsonNode? replacement in Replacements)
                {
                    if (SaysAnother(member, replacement)) continue;
                    parent[member] = replacement?.DeepClone();
                    PatientFacts? facts = Read(bundle);
                    tried++;
                    if (facts is not null && !Saying(facts).Contains(reference) && !facts.Notes.Any(note => note.Resource == reference || note.Text.En.Contains(reference, StringComparison.Ordinal)))
                        dropped.Add($"{reference}: {member} = {replacement?.ToJsonString() ?? "null"}");
                }

                parent[member] = original;
            }
        }

        Assert.True(tried > 100, $"only {tried} mutations");
        Assert.True(dropped.Count == 0, $"{dropped.Count} of {tried}:\n" + string.Join('\n', dropped.Take(60)));
    }

    /// <summary>A medication that is a text names some drug; a panel without components measures nothing.</summary>
    private static bool SaysAnother(string member, JsonNode? replacement) => member switch
    {
        "medicationCodeableConcept" => replacement is JsonValue value && value.GetValueKind() == JsonValueKind.String,
        "component" => replacement is null or JsonArray { Count: 0 },
        _ => false,
    };

    private static PatientFacts? Read(JsonObject bundle)
    {
        return Reading.OfBundle(bundle.ToJsonString()).Facts;
    }

    private static HashSet<string> Saying(PatientFacts? facts) => facts is null ? [] :
    [
        .. facts.Observations.Select(o => o.Resource), .. facts.Conditions.Select(c => c.Resource), .. facts.DrugRecords.Select(d => d.Resource),
        .. facts.Procedures.Select(p => p.Resource), .. facts.Allergies.Select(a => a.Resource), .. facts.OrderedServices.Select(s => s.Resource),
    ];

    private static IEnumerable<(JsonObject Parent, string Member)> Members(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject parent:
                foreach ((string member, JsonNode? value) in parent.ToArray())
                {
                    yield return (parent, member);
                    foreach (var deeper in Members(value)) yield return deeper;
                }

                break;
            case JsonArray list:
                foreach (JsonNode? item in list.ToArray())
                {
                    foreach (var deeper in Members(item)) yield return deeper;
                }

                break;
        }
    }
}
