using System.Text.Json;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Values;

namespace Cds.FhirMapping.Proposals;

/// <summary>
/// Writes a draft MedicationRequest again with another dose: the whole new state of the resource with its own id. What FHIR asks for and the
/// draft lacks is filled in, a single value where an array has to be is put into one, and null or empty members are left out.
/// </summary>
public static class MedicationRequestChange
{
    private static readonly string[] Arrays =
    [
        "identifier", "category", "supportingInformation", "reasonCode", "reasonReference", "instantiatesCanonical", "instantiatesUri", "basedOn",
        "insurance", "note", "dosageInstruction", "detectedIssue", "eventHistory", "contained", "extension", "modifierExtension",
    ];

    private static readonly string[] WrittenFirst = ["resourceType", "id", "status", "intent", "subject", "dosageInstruction"];

    private static readonly string[] DosageReplaced = ["text", "doseAndRate"];

    /// <summary>Writes the resource.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="draft">The draft as it was sent.</param>
    /// <param name="change">The change; the dose has to be worked out.</param>
    /// <param name="subject">Reference of the patient, for example <c>Patient/p1</c>.</param>
    /// <param name="language">Language of the texts.</param>
    public static void Write(Utf8JsonWriter writer, JsonElement draft, DoseChange change, string subject, Language language)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(change);
        writer.WriteStartObject();
        writer.WriteString("resourceType", "MedicationRequest");
        CleanJson.WriteMember(writer, draft, "id", null);
        CleanJson.WriteMember(writer, draft, "status", "draft");
        CleanJson.WriteMember(writer, draft, "intent", "proposal");
        ProposalParts.WriteSubject(writer, subject);
        foreach (JsonProperty member in draft.EnumerateObject().Where(m => !WrittenFirst.Contains(m.Name) && CleanJson.HasContent(m.Value)))
        {
            writer.WritePropertyName(member.Name);
            bool wrap = Arrays.Contains(member.Name) && member.Value.ValueKind != JsonValueKind.Array;
            if (wrap) writer.WriteStartArray();
            CleanJson.Write(writer, member.Value);
            if (wrap) writer.WriteEndArray();
        }

        writer.WriteStartArray("dosageInstruction");
        JsonElement[] dosages = [.. Dosages(draft)];
        foreach (JsonElement dosage in dosages) WriteDosage(writer, dosage, change, language);
        if (dosages.Length == 0) WriteDosage(writer, default, change, language);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static IEnumerable<JsonElement> Dosages(JsonElement draft)
    {
        if (!draft.TryGetProperty("dosageInstruction", out JsonElement dosages)) return [];
        IEnumerable<JsonElement> all = dosages.ValueKind == JsonValueKind.Array ? dosages.EnumerateArray() : [dosages];
        return all.Where(d => d.ValueKind == JsonValueKind.Object);
    }

    private static void WriteDosage(Utf8JsonWriter writer, JsonElement dosage, DoseChange change, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("text", change.Text.In(language));
        if (dosage.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in dosage.EnumerateObject().Where(m => !DosageReplaced.Contains(m.Name) && CleanJson.HasContent(m.Value)))
            {
                if (member.Name == "timing" && change.Frequency is not null) continue;
                writer.WritePropertyName(member.Name);
                CleanJson.Write(writer, member.Value);
            }
        }

        if (change.Frequency is { } frequency)
        {
            writer.WriteStartObject("timing");
            writer.WriteStartObject("repeat");
            writer.WriteNumber("frequency", frequency.Times);
            writer.WriteNumber("period", frequency.Period);
            writer.WriteString("periodUnit", frequency.PeriodUnit);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        if (change is { DoseAmount: { } amount, DoseUnit: { } unit })
        {
            writer.WriteStartArray("doseAndRate");
            writer.WriteStartObject();
            writer.WriteStartObject("doseQuantity");
            ProposalParts.WriteQuantityMembers(writer, amount, unit);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
