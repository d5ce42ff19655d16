using System.Buffers;

namespace Cds.CdsHooks.Wire;

/// <summary>Writes Bundles around resources that came as JSON, which stay as they were.</summary>
internal static class BundleJson
{
    /// <summary>What was read was parsed within a limit of its own; around it come the levels of the Bundle.</summary>
    private const int Deepest = 256;

    /// <summary>The bytes of a Bundle.</summary>
    /// <param name="type">Type of the Bundle.</param>
    /// <param name="writeEntries">Writes the entries.</param>
    /// <param name="next">Address of the next page; null for none.</param>
    public static ReadOnlyMemory<byte> Write(string type, Action<Utf8JsonWriter> writeEntries, string? next = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("resourceType", "Bundle");
            writer.WriteString("type", type);
            if (next is not null) WriteNext(writer, next);
            writer.WriteStartArray("entry");
            writeEntries(writer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Writes an entry that holds a resource.</summary>
    public static void WriteResource(this Utf8JsonWriter writer, JsonElement resource)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("resource");
        resource.WriteTo(writer);
        writer.WriteEndObject();
    }

    /// <summary>A Bundle that was written, to be read.</summary>
    public static JsonElement Parse(ReadOnlyMemory<byte> bundle) => JsonDocument.Parse(bundle, new JsonDocumentOptions { MaxDepth = Deepest }).RootElement;

    private static void WriteNext(Utf8JsonWriter writer, string url)
    {
        writer.WriteStartArray("link");
        writer.WriteStartObject();
        writer.WriteString("relation", "next");
        writer.WriteString("url", url);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }
}
