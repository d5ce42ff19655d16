using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Store;

namespace Cds.CdsHooks.Delivery;

/// <summary>A card that is not shown, because it was overridden with a lasting reason.</summary>
/// <param name="Card">The card.</param>
/// <param name="Override">The override.</param>
/// <param name="Reason">Our reason; null for one of the client's own.</param>
/// <param name="Until">When it is shown again at the latest; null where only a change brings it back.</param>
internal sealed record KeptBack(Card Card, Overridden Override, OverrideReason? Reason, DateTimeOffset? Until);
