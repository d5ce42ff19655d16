using System.Text.Json.Serialization;

namespace Cds.CdsHooks.Errors;

/// <summary>How problems are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WireProblem))]
[JsonSerializable(typeof(WireOutcome))]
internal sealed partial class ProblemJson : JsonSerializerContext;
