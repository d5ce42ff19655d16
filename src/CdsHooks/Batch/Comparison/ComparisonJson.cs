using System.Text.Json.Serialization;

namespace Cds.CdsHooks.Batch.Comparison;

/// <summary>How comparisons are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WireComparison))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(decimal))]
internal sealed partial class ComparisonJson : JsonSerializerContext;
