using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Utility;

namespace Cds.FhirMapping.Proposals;

/// <summary>FHIR JSON by the letter: what a strict reader says about a resource that is about to be sent.</summary>
public static class StrictFhir
{
    private static readonly FhirJsonDeserializer Deserializer = new(new DeserializerSettings().UsingMode(DeserializationMode.Strict));

    private static readonly FhirJsonSerializer Serializer = new();

    /// <summary>How deep a request may be is decided where it comes in.</summary>
    private static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    /// <summary>Writes a resource.</summary>
    public static void Write(Utf8JsonWriter writer, Resource resource) => Serializer.Serialize(resource, writer);

    /// <summary>The faults that a strict reader finds in the JSON of a resource; none when it is valid.</summary>
    public static IReadOnlyList<StrictFault> Faults(Resource resource)
    {
        var reader = new Utf8JsonReader(Serializer.SerializeToBytes(resource), AnyDepth);
        Deserializer.TryDeserializeResource(ref reader, out _, out IEnumerable<CodedException> issues);
        return [.. issues.Select(issue => new StrictFault((issue as ExtendedCodedException)?.InstancePath ?? "", issue.Message))];
    }
}
