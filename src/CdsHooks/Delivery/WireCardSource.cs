using Cds.CdsHooks.Cards;

namespace Cds.CdsHooks.Delivery;

/// <summary>Source of a card.</summary>
/// <param name="Label">Short name of the document.</param>
/// <param name="Url">Its page in the knowledge book.</param>
/// <param name="Topic">Topic of the card.</param>
public sealed record WireCardSource(string Label, string Url, WireCoding Topic)
{
    internal static WireCardSource Of(CardSource source) => new(source.Label, source.Url, new WireCoding(CodeSystems.CardTopic, source.Topic));
}
