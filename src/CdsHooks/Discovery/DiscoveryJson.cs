using System.Text.Json.Serialization;

namespace Cds.CdsHooks.Discovery;

/// <summary>How discovery is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WireDiscovery))]
internal sealed partial class DiscoveryJson : JsonSerializerContext;
