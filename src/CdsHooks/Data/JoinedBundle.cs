using Cds.CdsHooks.Envelope;

namespace Cds.CdsHooks.Data;

/// <summary>Joins what was fetched under several keys into one Bundle. A resource that came under two keys, word for word the same, stands in it once.</summary>
internal static class JoinedBundle
{
    /// <summary>The Bundle; a Patient that could not be read stands in it with nothing but its id, so that its age and sex are unknown.</summary>
    public static ReadOnlyMemory<byte> Of(IReadOnlyList<PrefetchValue> values, string patientId) => BundleJson.Write("collection", writer =>
    {
        if (!values.Any(value => value is { Template.IsRead: true, Resource: not null })) WritePatient(writer, patientId);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (PrefetchValue value in values)
        {
            if (value.Resource is not { } resource) continue;
            if (value.Template.IsRead) writer.WriteResource(resource);
            else WriteEntries(writer, resource, written);
        }
    });

    private static void WriteEntries(Utf8JsonWriter writer, JsonElement bundle, HashSet<string> written)
    {
        foreach (JsonElement entry in bundle.Items("entry").Where(entry => written.Add(entry.GetRawText()))) entry.WriteTo(writer);
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
