using System.Text.Json;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Values;

namespace Cds.FhirMapping.Proposals;

/// <summary>Elements that drafts have in common. FHIR JSON has no empty arrays or objects, so nothing is written for nothing.</summary>
internal static class ProposalParts
{
    public static void WriteCodings(Utf8JsonWriter writer, IReadOnlyList<WritableCode> codings)
    {
        if (codings.Count == 0) return;
        writer.WriteStartArray("coding");
        foreach (WritableCode coding in codings)
        {
            writer.WriteStartObject();
            writer.WriteString("system", coding.Uri);
            writer.WriteString("code", coding.Code);
            if (coding.Display is not null) writer.WriteString("display", coding.Display);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void WriteSubject(Utf8JsonWriter writer, string subject)
    {
        writer.WriteStartObject("subject");
        writer.WriteString("reference", subject);
        writer.WriteEndObject();
    }

    public static void WriteReason(Utf8JsonWriter writer, Order order, Language language)
    {
        string reason = order.Reason.In(language);
        if (reason.Length == 0) return;
        writer.WriteStartArray("reasonCode");
        writer.WriteStartObject();
        writer.WriteString("text", reason);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    /// <summary>Value, unit, system and code of a Quantity in UCUM.</summary>
    public static void WriteQuantityMembers(Utf8JsonWriter writer, decimal value, string unit)
    {
        writer.WriteNumber("value", value);
        writer.WriteString("unit", unit);
        writer.WriteString("system", CodeSystemUris.Ucum);
        writer.WriteString("code", unit);
    }
}
