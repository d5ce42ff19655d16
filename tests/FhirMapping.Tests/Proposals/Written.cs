using System.Text;
using System.Text.Json;
using Cds.FhirMapping.Proposals;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Tests.Proposals;

/// <summary>A draft as it stands in an answer, held to strict FHIR.</summary>
internal static class Written
{
    public static string Json(Resource? resource)
    {
        Assert.NotNull(resource);
        Assert.Equal([], StrictFhir.Faults(resource).Select(fault => $"{fault.Path}: {fault.Message}"));
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) StrictFhir.Write(writer, resource);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static JsonElement Element(Resource? resource) => JsonDocument.Parse(Json(resource)).RootElement;

    public static void Equal(string expected, Resource? actual) => Assert.Equal(Compact(expected), Compact(Json(actual)));

    private static string Compact(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json));
}
