using System.Text;
using System.Text.Json.Nodes;
using Hl7.Fhir.Introspection;
using Hl7.Fhir.Model;

namespace Cds.FhirValidation;

/// <summary>
/// Made-up resources of every type of R4 in which every element holds a value. An element with a choice of types has another type in each variant of a
/// resource, so that all of them occur; the last variant has extensions on its primitive values as well.
/// </summary>
public static class FilledExamples
{
    /// <summary>How deep elements that have elements are filled.</summary>
    private const int Depth = 4;

    private const int MostVariants = 16;

    private static readonly ModelInspector Model = ModelInfo.ModelInspector;

    /// <summary>All of them.</summary>
    public static IEnumerable<FhirExample> All() =>
        from name in ModelInfo.SupportedResources.Order(StringComparer.Ordinal)
        let type = Model.FindClassMapping(name)!
        where !type.NativeType.IsAbstract
        from variant in Enumerable.Range(0, Variants(type) + 1)
        select new FhirExample($"filled/{type.Name}/{variant}", Encoding.UTF8.GetBytes(Resource(type, variant, variant == Variants(type)).ToJsonString()));

    private static int Variants(ClassMapping type) => Math.Min(MostVariants, type.PropertyMappings.Max(property => property.FhirType.Length));

    private static JsonObject Resource(ClassMapping type, int variant, bool extended)
    {
        var resource = new JsonObject { ["resourceType"] = type.Name };
        Fill(resource, type, variant, extended, depth: 0);
        return resource;
    }

    private static void Fill(JsonObject target, ClassMapping type, int variant, bool extended, int depth)
    {
        foreach (PropertyMapping property in type.PropertyMappings.OrderBy(mapping => mapping.Order))
        {
            ClassMapping chosen = Chosen(property, variant);
            if ((depth >= Depth && !property.IsMandatoryElement && !chosen.IsFhirPrimitive) || IsLeftOut(property, depth)) continue;
            string name = property.Choice == ChoiceType.DatatypeChoice ? property.Name + char.ToUpperInvariant(chosen.Name[0]) + chosen.Name[1..] : property.Name;
            JsonNode value = Value(property, chosen, variant, extended, depth);
            target[name] = property.IsCollection ? new JsonArray(value, value.DeepClone()) : value;
            if (!extended || !chosen.IsFhirPrimitive || IsAttribute(property)) continue;
            var beside = new JsonObject { ["extension"] = new JsonArray(new JsonObject { ["url"] = "http://example.org/beside", ["valueString"] = "x" }) };
            target["_" + name] = property.IsCollection ? new JsonArray(beside, null) : beside;
        }
    }

    /// <summary>Extensions of extensions would not end; contained resources contain none.</summary>
    private static bool IsLeftOut(PropertyMapping property, int depth) =>
        property.RepresentsValueElement || (depth > 0 && property.Name is "extension" or "modifierExtension" or "contained") || property.Name == "fhir_comments";

    private static bool IsAttribute(PropertyMapping property) => property.SerializationHint == Hl7.Fhir.Specification.XmlRepresentation.XmlAttr || property.Name is "id" or "url";

    private static ClassMapping Chosen(PropertyMapping property, int variant)
    {
        IEnumerable<Type> types = property.FhirType is [var open] && open == typeof(DataType) ? Model.OpenTypes : property.FhirType;
        ClassMapping[] mappings = [.. types.Select(Model.FindClassMapping).OfType<ClassMapping>().Where(mapping => mapping.IsAbstract != true)];
        return mappings.Length > 0 ? mappings[variant % mappings.Length] : property.PropertyTypeMapping;
    }

    private static JsonNode Value(PropertyMapping property, ClassMapping type, int variant, bool extended, int depth)
    {
        if (property.Choice == ChoiceType.ResourceChoice) return new JsonObject { ["resourceType"] = "Patient", ["id"] = "inside", ["gender"] = "female" };
        if (property.ImplementingType is { IsGenericType: true } coded) return Model.FindEnumMapping(coded.GenericTypeArguments[0])!.Members.Keys.Order(StringComparer.Ordinal).First();
        if (type.IsFhirPrimitive) return Primitive(type.Name);
        var value = new JsonObject();
        Fill(value, type, variant, extended, depth + 1);
        return value;
    }

    private static JsonNode Primitive(string type) => type switch
    {
        "boolean" => true,
        "integer" or "unsignedInt" or "positiveInt" => 7,
        "decimal" => JsonNode.Parse("4.10")!,
        "date" => "2026-11",
        "dateTime" or "instant" => "2026-11-20T10:11:12.5+09:00",
        "time" => "10:11:12",
        "base64Binary" => "QUJD",
        "oid" => "urn:oid:1.2.3",
        "uuid" => "urn:uuid:c757873d-ec9a-4326-a141-556f43239520",
        "uri" or "url" or "canonical" => "http://example.org/address",
        "xhtml" => "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>text</p></div>",
        "code" or "id" => "x",
        _ => "text テキスト",
    };
}
