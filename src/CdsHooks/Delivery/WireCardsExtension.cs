using System.Text.Json.Serialization;

namespace Cds.CdsHooks.Delivery;

/// <summary>What an answer says beside its cards.</summary>
/// <param name="KeptBack">Cards that are not shown, and why.</param>
public sealed record WireCardsExtension([property: JsonPropertyName("org.myeloma-cds.kept-back")] IEnumerable<WireKeptBack> KeptBack);
