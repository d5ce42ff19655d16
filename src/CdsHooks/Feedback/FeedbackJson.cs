using System.Text.Json.Serialization;

namespace Cds.CdsHooks.Feedback;

/// <summary>How answers about feedback are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WireFeedbackStored))]
[JsonSerializable(typeof(WireFeedbackSummary))]
internal sealed partial class FeedbackJson : JsonSerializerContext;
