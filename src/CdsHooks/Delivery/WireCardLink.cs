using Cds.CdsHooks.Cards;

namespace Cds.CdsHooks.Delivery;

/// <summary>A link of a card.</summary>
/// <param name="Label">Label.</param>
/// <param name="Url">Address.</param>
/// <param name="Type"><c>absolute</c> or <c>smart</c>.</param>
/// <param name="AppContext">For the companion app: ids of call and card.</param>
public sealed record WireCardLink(string Label, string Url, string Type, string? AppContext = null)
{
    internal static WireCardLink Of(CardLink link) => new(link.Label, link.Url, link.AppContext is null ? "absolute" : "smart", link.AppContext);
}
