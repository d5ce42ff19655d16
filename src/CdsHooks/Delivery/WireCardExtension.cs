using System.Text.Json.Serialization;
using Cds.CdsHooks.Cards;

namespace Cds.CdsHooks.Delivery;

/// <summary>What a card says to programs.</summary>
/// <param name="Assessment">The answer as data, in the shape of <c>/assessments</c>.</param>
/// <param name="OverrideReasons">The override reasons beside their standard codes.</param>
public sealed record WireCardExtension(
    [property: JsonPropertyName("org.myeloma-cds.assessment")] WireCardAssessment Assessment,
    [property: JsonPropertyName("org.myeloma-cds.override-reasons")] IEnumerable<WireStandardReason>? OverrideReasons = null)
{
    internal static WireCardExtension Of(Card card, Language language) => new(
        WireCardAssessment.Of(card.Assessment, language),
        card.OverrideReasons.Where(reason => reason.Standard is not null).ToArray().Filled(WireStandardReason.Of));
}
