using System.Text.Json.Serialization;

namespace Cds.CdsHooks.Batch;

/// <summary>How error lines are written; the others are written as <c>/assessments</c> writes them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ErrorLine))]
internal sealed partial class BatchJson : JsonSerializerContext;
