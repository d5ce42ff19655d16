using System.Text.Json;
using Cds.Knowledge.Tests.Content;
using YamlDotNet.RepresentationModel;

namespace Cds.Knowledge.Tests.Schema;

/// <summary>The part of JSON Schema that the editor files use: references, members, items, closed lists of words, alternatives.</summary>
internal sealed class KnowledgeSchema
{
    private readonly JsonElement _root;
    private readonly JsonElement _definitions;

    public KnowledgeSchema(string name)
    {
        _root = Read(name);
        _definitions = Read("definitions").GetProperty("$defs");
    }

    /// <summary>What does not fit, with the line.</summary>
    public IReadOnlyList<string> Differences(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var differences = new List<string>();
        Check(_root, stream.Documents[0].RootNode, differences);
        return differences;
    }

    private static JsonElement Read(string name) =>
        JsonDocument.Parse(File.ReadAllText(Repository.PathOf("docs", "schema", name + ".schema.json"))).RootElement;

    private void Check(JsonElement schema, YamlNode node, List<string> differences)
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference)) schema = _definitions.GetProperty(reference.GetString()!.Split('/')[^1]);
        if (schema.TryGetProperty("anyOf", out JsonElement alternatives))
        {
            (IReadOnlyList<string> Differences, bool OfItsKind)[] found = [.. alternatives.EnumerateArray().Select(alternative => ((IReadOnlyList<string>)Of(alternative, node), IsOfKind(alternative, node)))];
            if (found.All(list => list.Differences.Count > 0)) differences.AddRange(found.OrderByDescending(list => list.OfItsKind).ThenBy(list => list.Differences.Count).First().Differences);
            return;
        }

        switch (node)
        {
            case YamlMappingNode mapping:
                CheckMapping(schema, mapping, differences);
                break;
            case YamlSequenceNode list:
                if (!Allows(schema, "array")) differences.Add($"line {node.Start.Line}: no list is expected");
                else if (schema.TryGetProperty("items", out JsonElement items)) foreach (YamlNode item in list) Check(items, item, differences);
                break;
            case YamlScalarNode scalar:
                if (Allows(schema, "object") && schema.TryGetProperty("properties", out _)) differences.Add($"line {node.Start.Line}: a mapping is expected");
                if (schema.TryGetProperty("enum", out JsonElement words) && words.EnumerateArray().All(word => word.GetString() != scalar.Value))
                    differences.Add($"line {node.Start.Line}: '{scalar.Value}' is none of {words}");
                break;
        }
    }

    private void CheckMapping(JsonElement schema, YamlMappingNode mapping, List<string> differences)
    {
        if (!Allows(schema, "object"))
        {
            differences.Add($"line {mapping.Start.Line}: no mapping is expected");
            return;
        }

        var keys = new HashSet<string>();
        foreach ((YamlNode key, YamlNode value) in mapping.Children)
        {
            string name = ((YamlScalarNode)key).Value!;
            keys.Add(name);
            if (schema.TryGetProperty("properties", out JsonElement properties) && properties.TryGetProperty(name, out JsonElement member)) Check(member, value, differences);
            else if (!schema.TryGetProperty("additionalProperties", out JsonElement others)) continue;
            else if (others.ValueKind == JsonValueKind.Object) Check(others, value, differences);
            else differences.Add($"line {key.Start.Line}: unknown member '{name}'");
        }

        if (!schema.TryGetProperty("required", out JsonElement required)) return;
        foreach (JsonElement name in required.EnumerateArray().Where(name => !keys.Contains(name.GetString()!)))
            differences.Add($"line {mapping.Start.Line}: '{name}' is missing");
    }

    private List<string> Of(JsonElement schema, YamlNode node)
    {
        var differences = new List<string>();
        Check(schema, node, differences);
        return differences;
    }

    /// <summary>Whether a mapping, list or plain value may be what stands there: an author who wrote a mapping is told about the mapping.</summary>
    private bool IsOfKind(JsonElement schema, YamlNode node)
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference)) schema = _definitions.GetProperty(reference.GetString()!.Split('/')[^1]);
        if (schema.TryGetProperty("anyOf", out JsonElement alternatives)) return alternatives.EnumerateArray().Any(alternative => IsOfKind(alternative, node));
        return node switch
        {
            YamlMappingNode => schema.TryGetProperty("type", out _) && Allows(schema, "object"),
            YamlSequenceNode => schema.TryGetProperty("type", out _) && Allows(schema, "array"),
            _ => !Allows(schema, "object") && !Allows(schema, "array"),
        };
    }

    private static bool Allows(JsonElement schema, string type) =>
        !schema.TryGetProperty("type", out JsonElement types)
        || (types.ValueKind == JsonValueKind.String ? types.GetString() == type : types.EnumerateArray().Any(t => t.GetString() == type));
}
