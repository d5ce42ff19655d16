using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace Cds.FhirValidation;

/// <summary>A JSON text as FHIR R4, read so that nothing is forgiven.</summary>
/// <param name="Resource">The resource, as far as it could be read.</param>
/// <param name="Issues">What is wrong with it; empty when it is FHIR JSON.</param>
public sealed record StrictReading(Resource? Resource, IReadOnlyList<string> Issues)
{
    private static readonly FhirJsonDeserializer Deserializer = new(new DeserializerSettings().UsingMode(DeserializationMode.Strict));

    /// <summary>Reads a text.</summary>
    public static StrictReading Of(string json)
    {
        Deserializer.TryDeserializeResource(json, out Resource? resource, out IEnumerable<Hl7.Fhir.Utility.CodedException> issues);
        return new(resource, [.. issues.Select(issue => issue.Message)]);
    }
}
