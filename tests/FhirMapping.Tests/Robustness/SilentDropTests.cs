using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Robustness;

/// <summary>
/// A resource of a real-looking bundle, damaged in one member: either it says the same as before, or a note names it. Nothing that was sent is dropped or
/// changed in silence.
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
    public void A_damaged_resource_says_the_same_or_is_named_in_a_note(string file)
    {
        JsonObject bundle = JsonNode.Parse(Reading.File(file))!.AsObject();
        if (bundle["bundle"] is JsonObject golden) bundle = golden;
        JsonArray entries = bundle["entry"]!.AsArray();
        PatientFacts whole = Read(bundle)!;
        HashSet<string> saying = Saying(whole);
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
                    if (SaysAnother(member, original, replacement)) continue;
                    parent[member] = replacement?.DeepClone();
                    PatientFacts? facts = Read(bundle);
                    tried++;
                    if (facts is not null && Told(facts, reference) != Told(whole, reference) && !facts.Notes.Any(note => note.Resource == reference || note.Text.En.Contains(reference, StringComparison.Ordinal)))
                        dropped.Add($"{reference}: {member} = {replacement?.ToJsonString() ?? "null"}");
                }

                parent[member] = original;
            }
        }

        Assert.True(tried > 100, $"only {tried} mutations");
        Assert.True(dropped.Count == 0, $"{dropped.Count} of {tried}:\n" + string.Join('\n', dropped.Take(60)));
    }

    /// <summary>What is no damage: another number, another truth value, another text where any text may stand; a panel without components measures nothing.</summary>
    private static bool SaysAnother(string member, JsonNode? original, JsonNode? replacement)
    {
        JsonValueKind? kind = replacement?.GetValueKind();
        if (kind == JsonValueKind.Number && original?.GetValueKind() == JsonValueKind.Number) return true;
        if (kind == JsonValueKind.True && original?.GetValueKind() is JsonValueKind.True or JsonValueKind.False) return true;
        return member switch
        {
            "medicationCodeableConcept" => kind == JsonValueKind.String,
            "component" => replacement is null or JsonArray { Count: 0 },
            "code" or "value" or "versionId" or "lastUpdated" => kind == JsonValueKind.String && original?.GetValueKind() == JsonValueKind.String,
            _ => false,
        };
    }

    private static string Told(PatientFacts facts, string reference) => string.Join('|',
    [
        .. facts.Observations.Where(o => o.Resource == reference).Select(o => o.ToString()), .. facts.Conditions.Where(c => c.Resource == reference).Select(c => c.ToString()),
        .. facts.DrugRecords.Where(d => d.Resource == reference).Select(d => d.ToString()), .. facts.Procedures.Where(p => p.Resource == reference).Select(p => p.ToString()),
        .. facts.Allergies.Where(a => a.Resource == reference).Select(a => a.ToString()), .. facts.OrderedServices.Where(s => s.Resource == reference).Select(s => s.ToString()),
    ]);

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
