using System.Text.Json;

namespace Cds.CdsHooks.Tests.KnowledgePages;

/// <summary>Holds an answer against its schema: required members are there, and no member is undescribed.</summary>
internal static class DescribedShape
{
    public static void Check(JsonElement description, JsonElement schema, JsonElement value, string path)
    {
        schema = Resolve(description, schema);
        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out JsonElement items))
        {
            foreach (JsonElement item in value.EnumerateArray()) Check(description, items, item, path + "[]");
        }

        if (value.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("properties", out JsonElement properties)) return;
        if (schema.TryGetProperty("required", out JsonElement required))
        {
            foreach (JsonElement name in required.EnumerateArray())
                Assert.True(value.TryGetProperty(name.GetString()!, out _), $"{path}.{name.GetString()} is required and missing");
        }

        foreach (JsonProperty member in value.EnumerateObject())
        {
            Assert.True(properties.TryGetProperty(member.Name, out JsonElement described), $"{path}.{member.Name} is not described");
            Check(description, described, member.Value, $"{path}.{member.Name}");
        }
    }

    /// <summary>Follows references, also those inside "this or null".</summary>
    private static JsonElement Resolve(JsonElement description, JsonElement schema)
    {
        if (schema.TryGetProperty("oneOf", out JsonElement choices))
            return Resolve(description, choices.EnumerateArray().First(choice => !choice.TryGetProperty("type", out JsonElement type) || type.GetString() != "null"));
        if (!schema.TryGetProperty("$ref", out JsonElement reference)) return schema;
        return Resolve(description, description.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]));
    }
}
