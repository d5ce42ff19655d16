using System.Text.Json.Nodes;
using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Field;

/// <summary>Resources and bundle entries that are damaged as real ones are: what restricts and cannot be read takes them out, with a note (<c>damaged.csv</c>).</summary>
public sealed class DamagedFieldTests
{
    public static TheoryData<string> Shared => FieldTable.Ids("damaged.csv");

    [Theory]
    [MemberData(nameof(Shared))]
    public void A_damaged_resource_counts_or_is_named_in_a_note(string id)
    {
        FieldRow row = FieldTable.Row("damaged.csv", id);
        JsonObject sent = JsonNode.Parse(row["sent"])!.AsObject();
        JsonObject resource = FieldResource.Sound(row["carrier"]);
        foreach ((string name, JsonNode? value) in sent["patch"]?.AsObject() ?? [])
        {
            if (value is null) resource.Remove(name);
            else resource[name] = value.DeepClone();
        }

        foreach (string name in sent["wrap"]?.AsArray().Select(n => n!.GetValue<string>()) ?? []) resource[name] = new JsonArray(resource[name]!.DeepClone());
        foreach (string entry in Entries(sent["entry"]?.GetValue<string>(), resource))
        {
            string bundle = $$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{{Reading.Patient}}},{{entry}}]}""";
            PatientFacts facts = Reading.OfBundle(bundle).Facts!;
            Assert.Contains(FieldResource.Outcome(row["carrier"], facts), row["expected"].Split('|'));
            FieldNotes.Hold(row, facts);
        }
    }

    /// <summary>The ways in which the entry may be meant.</summary>
    private static string[] Entries(string? kind, JsonObject resource)
    {
        string json = resource.ToJsonString();
        string text = JsonValue.Create(json).ToJsonString();
        return kind switch
        {
            null => [$$"""{"resource":{{json}}}"""],
            "bare" => [json],
            "list" => [$$"""[{"resource":{{json}}}]""", $"[{json}]", $$"""{"resource":[{{json}}]}"""],
            "string" => ["\"Observation/x\"", text, $$"""{"resource":{{text}}}"""],
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Say what such an entry is."),
        };
    }
}
