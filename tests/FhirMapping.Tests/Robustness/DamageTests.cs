using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.FhirMapping.Reading;
using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Robustness;

/// <summary>
/// Every member of every resource of a complete record, damaged in all the ways that people and programs damage JSON: either the resource says the same as
/// before, or it is not used and a note names it. A resource that was withdrawn, denied or about somebody else never comes to count by damage.
/// </summary>
public sealed class DamageTests
{
    private static readonly string Longest = new('x', 300);

    public static TheoryData<string> Counting() => [.. DamagedRecords.Counting.Keys];

    public static TheoryData<string> NotCounting() => [.. DamagedRecords.NotCounting.Keys];

    [Theory]
    [MemberData(nameof(Counting))]
    public void A_damaged_member_leaves_the_answer_as_it_was_or_takes_the_resource_out_with_a_note(string name)
    {
        JsonObject resource = JsonNode.Parse(DamagedRecords.Counting[name])!.AsObject();
        string reference = $"{resource["resourceType"]}/{resource["id"]}";
        string whole = Told(Read(resource), reference);
        Assert.NotEqual("", whole);
        var wrong = new List<string>();
        int tried = 0;
        foreach ((string damage, JsonObject damaged) in Damages(resource))
        {
            tried++;
            PatientFacts facts = Read(damaged);
            string told = Told(facts, reference);
            if (told == whole) continue;
            bool named = facts.Notes.Any(n => n.Resource == reference || n.Resource?.Contains("entry[1]", StringComparison.Ordinal) == true);
            if (!named) wrong.Add($"{damage}: no note ({told})");
            else if (told != "" && !IsOpen(damage)) wrong.Add($"{damage}: counts otherwise than before: {told} instead of {whole}");
        }

        Assert.True(tried >= 12 * resource.Count, $"only {tried} damages");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {tried}:\n" + string.Join('\n', wrong.Take(20).Select(w => w.Length > 240 ? w[..240] : w)));
    }

    [Theory]
    [MemberData(nameof(NotCounting))]
    public void A_resource_that_does_not_count_never_counts_by_damage(string name)
    {
        (string json, string[] members) = DamagedRecords.NotCounting[name];
        JsonObject resource = JsonNode.Parse(json)!.AsObject();
        string reference = $"{resource["resourceType"]}/{resource["id"]}";
        Assert.Equal("", Told(Read(resource), reference));
        var wrong = new List<string>();
        int tried = 0;
        foreach ((string damage, JsonObject damaged) in Damages(resource).Where(d => members.Any(m => d.Damage.StartsWith("." + m, StringComparison.Ordinal))))
        {
            tried++;
            PatientFacts facts = Read(damaged);
            if (Told(facts, reference) is { Length: > 0 } told) wrong.Add($"{damage}: {told}");
            else if (!facts.Notes.Any(n => n.Resource == reference)) wrong.Add($"{damage}: no note");
        }

        Assert.True(tried >= 12 * members.Length, $"only {tried} damages");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {tried}:\n" + string.Join('\n', wrong.Take(20).Select(w => w.Length > 240 ? w[..240] : w)));
    }

    [Fact]
    public void Every_type_that_is_read_is_damaged() => Assert.Empty(
        PatientFactsReader.ReadTypes.Except(["Patient", "MedicationUsage", "Medication"])
            .Except(DamagedRecords.Counting.Values.Select(json => JsonNode.Parse(json)!["resourceType"]!.GetValue<string>())));

    [Fact]
    public void Every_element_that_restricts_is_tried_on_a_resource_that_does_not_count()
    {
        string[] tried = [.. DamagedRecords.NotCounting.Values.SelectMany(v => v.Members.Select(m => $"{JsonNode.Parse(v.Json)!["resourceType"]}.{m}"))];
        foreach ((Type type, IReadOnlySet<string> elements) in RestrictingMembers.Classes.Where(c => typeof(Hl7.Fhir.Model.DomainResource).IsAssignableFrom(c.Type) && c.Type != typeof(Hl7.Fhir.Model.Medication)))
        {
            var mapping = Hl7.Fhir.Model.ModelInfo.ModelInspector.FindClassMapping(type)!;
            foreach (string element in elements.Where(e => mapping.FindMappedElementByName(e) is not null && e is not ("dataAbsentReason" or "abatement") && !(type == typeof(Hl7.Fhir.Model.Condition) && e == "clinicalStatus")))
                Assert.Contains($"{mapping.Name}.{element}", tried);
        }
    }

    /// <summary>What is empty, or a date that is none, is taken as not recorded, and said to be so: the rest of the resource counts all the same.</summary>
    private static bool IsOpen(string damage) => new[] { "null", "\"\"", "[null,null]", "[]", "[[]]", "\"2026-13-45\"", "\"99999-01-01\"" }.Any(value => damage.EndsWith(" = " + value, StringComparison.Ordinal));

    private static IEnumerable<(string Damage, JsonObject Damaged)> Damages(JsonObject resource)
    {
        foreach (string[] path in Paths(resource, []).ToArray())
        {
            JsonNode original = Find(resource, path)!;
            string member = path[^1];
            string shown = "." + string.Join('.', path);
            foreach (JsonNode? replacement in Replacements(member, original))
            {
                JsonObject damaged = resource.DeepClone().AsObject();
                Set(damaged, path, replacement);
                yield return ($"{shown} = {replacement?.ToJsonString() ?? "null"}", damaged);
            }

            if (int.TryParse(member, out _)) continue;
            JsonObject miscased = resource.DeepClone().AsObject();
            JsonObject parent = Find(miscased, path[..^1])!.AsObject();
            JsonNode moved = parent[member]!.DeepClone();
            parent.Remove(member);
            parent[char.ToUpperInvariant(member[0]) + member[1..]] = moved;
            yield return ($"{shown} with a capital", miscased);
        }
    }

    /// <summary>Values that the member cannot have, whatever it means: other JSON types, empty and nested ones, the value itself twice or wrapped.</summary>
    private static IEnumerable<JsonNode?> Replacements(string member, JsonNode original)
    {
        JsonValueKind kind = original.GetValueKind();
        bool isTextual = member is "text" or "display" or "conclusion";
        yield return null;
        yield return new JsonObject();
        yield return new JsonObject { ["unexpected"] = 1 };
        yield return new JsonArray(new JsonArray());
        yield return new JsonArray(null, null);
        yield return new JsonArray(original.DeepClone(), original.DeepClone());
        if (kind != JsonValueKind.Array) yield return new JsonArray();
        if (kind != JsonValueKind.Array) yield return new JsonArray(original.DeepClone());
        if (kind is not (JsonValueKind.True or JsonValueKind.False)) yield return true;
        if (kind != JsonValueKind.Number) yield return 7;
        if (kind != JsonValueKind.Number) yield return 1e30;
        if (kind == JsonValueKind.Number) yield return "many";
        if (kind == JsonValueKind.Number) yield return original.ToJsonString();
        if (kind != JsonValueKind.String) yield return "text";
        if (!isTextual) yield return "";
        if (kind == JsonValueKind.Array) yield return original[0]!.DeepClone();
        if (kind == JsonValueKind.String && (member.EndsWith("DateTime", StringComparison.Ordinal) || member is "start" or "end" or "authoredOn" or "whenHandedOver" or "authored" or "issued" or "recordedDate"))
        {
            yield return "2026-13-45";
            yield return "99999-01-01";
        }

        if (member is "status" or "comparator" or "intent") yield return Longest;
    }

    private static IEnumerable<string[]> Paths(JsonNode? node, string[] path)
    {
        switch (node)
        {
            case JsonObject item:
                foreach ((string member, JsonNode? value) in item)
                {
                    if (value is null || (path.Length == 0 && member is "resourceType" or "id")) continue;
                    yield return [.. path, member];
                    foreach (string[] deeper in Paths(value, [.. path, member])) yield return deeper;
                }

                break;
            case JsonArray list:
                foreach (string[] deeper in Paths(list[0], [.. path, "0"])) yield return deeper;
                break;
            default:
                break;
        }
    }

    private static JsonNode? Find(JsonNode node, string[] path) =>
        path.Aggregate<string, JsonNode?>(node, (at, step) => at is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : at![step]);

    private static void Set(JsonObject resource, string[] path, JsonNode? value)
    {
        JsonNode parent = Find(resource, path[..^1])!;
        if (parent is JsonArray list) list[int.Parse(path[^1], System.Globalization.CultureInfo.InvariantCulture)] = value;
        else parent[path[^1]] = value;
    }

    private static PatientFacts Read(JsonObject resource) => Reading.Facts(resource.ToJsonString());

    private static string Told(PatientFacts facts, string reference) => string.Join(" | ",
    [
        .. facts.Observations.Where(o => o.Resource == reference).Select(o => o.ToString()), .. facts.Conditions.Where(c => c.Resource == reference).Select(c => c.ToString()),
        .. facts.DrugRecords.Where(d => d.Resource == reference).Select(d => d.ToString()), .. facts.Procedures.Where(p => p.Resource == reference).Select(p => p.ToString()),
        .. facts.Allergies.Where(a => a.Resource == reference).Select(a => a.ToString()), .. facts.OrderedServices.Where(s => s.Resource == reference).Select(s => s.ToString()),
    ]);
}
