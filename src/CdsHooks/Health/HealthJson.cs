using System.Text.Json.Serialization;

namespace Cds.CdsHooks.Health;

/// <summary>How probes answer.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WireHealth))]
internal sealed partial class HealthJson : JsonSerializerContext;
