using System.Text.Json.Serialization;
using Cds.FhirMapping.Proposals;
using Hl7.Fhir.Model;

namespace Cds.CdsHooks.Wire;

/// <summary>A FHIR resource inside an answer; Firely's serialiser writes it.</summary>
/// <param name="Resource">The resource.</param>
[JsonConverter(typeof(FhirResourceConverter))]
public sealed record FhirResource(Resource Resource);

/// <summary>Hands a resource to Firely's serialiser.</summary>
internal sealed class FhirResourceConverter : JsonConverter<FhirResource>
{
    /// <inheritdoc />
    public override FhirResource Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Answers are only written.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, FhirResource value, JsonSerializerOptions options) => StrictFhir.Write(writer, value.Resource);
}
