using System.Buffers;
using System.Text.Json;
using Cds.CdsHooks.Envelope;

namespace Cds.CdsHooks.Data;

/// <summary>Joins what was fetched under several keys into one Bundle. A resource that came under two keys, word for word the same, stands in it once.</summary>
internal static class JoinedBundle
{
    /// <summary>The Bundle; a Patient that could not be read stands in it with nothing but its id, so that its age and sex are unknown.</summary>
    public static ReadOnlyMemory<byte> Of(IReadOnlyList<PrefetchValue> values, string patientId)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("resourceType", "Bundle");
            writer.WriteString("type", "collection");
            writer.WriteStartArray("entry");
            if (!values.Any(value => value is { Template.IsRead: true, Resource: not null })) WritePatient(writer, patientId);
            var written = new HashSet<string>(StringComparer.Ordinal);
            foreach (PrefetchValue value in values)
            {
                if (value.Resource is not { } resource) continue;
                if (value.Template.IsRead) WriteResource(writer, resource);
                else WriteEntries(writer, resource, written);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory.ToArray();
    }

    private static void WriteEntries(Utf8JsonWriter writer, JsonElement bundle, HashSet<string> written)
    {
        if (!bundle.TryGetProperty("entry", out JsonElement entries) || entries.ValueKind != JsonValueKind.Array) return;
        foreach (JsonElement entry in entries.EnumerateArray())
        {
            if (written.Add(entry.GetRawText())) entry.WriteTo(writer);
        }
    }

    private static void WriteResource(Utf8JsonWriter writer, JsonElement resource)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("resource");
        resource.WriteTo(writer);
        writer.WriteEndObject();
    }

    private static void WritePatient(Utf8JsonWriter writer, string id)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("resource");
        writer.WriteString("resourceType", "Patient");
        writer.WriteString("id", id);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
