using System.Text.Json;

namespace Cds.FhirMapping.Reading;

/// <summary>Reads one resource that stands alone, whole.</summary>
internal static class SingleResource
{
    /// <summary>The resource with what is wrong in it. The bytes have to be JSON.</summary>
    public static ResourceReading Read(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        return reader.Read() && reader.TokenType == JsonTokenType.StartObject && new FastLane(PocoShapes.Whole).TryRead(ref reader) is { } resource
            ? new ResourceReading(resource, [])
            : StrictReader.Read(json);
    }
}
