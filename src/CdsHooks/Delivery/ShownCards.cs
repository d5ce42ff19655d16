using Cds.CdsHooks.Cards;

namespace Cds.CdsHooks.Delivery;

/// <summary>The cards of an answer as they are sent.</summary>
/// <param name="Cards">Cards that are shown.</param>
/// <param name="KeptBack">Cards that are not, because they were overridden for good.</param>
internal sealed record ShownCards(IReadOnlyList<Card> Cards, IReadOnlyList<KeptBack> KeptBack)
{
    /// <summary>No cards.</summary>
    public static ShownCards None { get; } = new([], []);
}
