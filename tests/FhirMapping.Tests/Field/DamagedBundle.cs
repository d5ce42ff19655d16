using System.Text.Json.Nodes;

namespace Cds.FhirMapping.Tests.Field;

/// <summary>
/// The Bundle of a row of <c>own-damaged.csv</c>: the sound resource with the members of <c>patch</c> put over, in a Bundle with the patient (<c>patient</c>:
/// members put over). <c>raw</c> is the text of the entries and <c>bundle</c> that of the whole, in which §R stands for the resource, §M for its members,
/// §O for the resource with the members of <c>other</c>, and §P for the patient.
/// </summary>
internal static class DamagedBundle
{
    public static string Of(FieldRow row)
    {
        JsonObject sent = JsonNode.Parse(row["sent"])!.AsObject();
        JsonObject resource = Over(FieldResource.Sound(row["carrier"]), sent["patch"]);
        string patient = Over(JsonNode.Parse(Reading.Patient)!.AsObject(), sent["patient"]).ToJsonString();
        string json = resource.ToJsonString();
        string other = Over(resource.DeepClone().AsObject(), sent["other"]).ToJsonString();
        string entries = sent["raw"]?.GetValue<string>() ?? """{"resource":§R}""";
        string bundle = sent["bundle"]?.GetValue<string>() ?? $$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":§P},{{entries}}]}""";
        return bundle.Replace("§R", json, StringComparison.Ordinal).Replace("§M", json[1..^1], StringComparison.Ordinal)
            .Replace("§O", other, StringComparison.Ordinal).Replace("§P", patient, StringComparison.Ordinal);
    }

    private static JsonObject Over(JsonObject resource, JsonNode? patch)
    {
        foreach ((string name, JsonNode? value) in patch?.AsObject() ?? [])
        {
            if (value is null) resource.Remove(name);
            else resource[name] = value.DeepClone();
        }

        return resource;
    }
}
