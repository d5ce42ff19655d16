using System.Text.Json.Serialization;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>How the listing of the knowledge is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WireKnowledge))]
internal sealed partial class KnowledgeJson : JsonSerializerContext;
