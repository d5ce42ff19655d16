using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Store;

namespace Cds.CdsHooks.Delivery;

/// <summary>
/// Which cards of an answer are kept back: those that were overridden with a lasting reason, by this clinician or by anybody as the site has set it
/// (<c>Cds:Cards:OverrideScope</c>), and that are not more urgent now.
/// </summary>
internal sealed class KeepingBack(IRecordStore store, PatientPseudonym pseudonym, KnowledgeBase knowledge, TimeProvider time, IOptions<CdsOptions> options)
{
    private readonly TimeSpan _hideFor = options.Value.Feedback.HideOverriddenFor;

    private readonly bool _ofUser = options.Value.Cards.OverrideScope == CardsOptions.OfUser;

    /// <summary>The cards of an answer that are kept back from a clinician.</summary>
    /// <param name="cards">The cards.</param>
    /// <param name="patient">Pseudonym of the patient.</param>
    /// <param name="user">Pseudonym of the clinician.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<IReadOnlyList<KeptBack>> OfAsync(IReadOnlyList<Card> cards, string patient, string user, CancellationToken cancellation)
    {
        if (_hideFor == TimeSpan.Zero || cards.Count == 0) return [];
        IReadOnlyDictionary<OverrideKey, Overridden> overrides = await store.FindOverridesAsync(patient, _ofUser ? user : null, time.GetUtcNow() - _hideFor, cancellation);
        return [.. cards.Select(card => Find(card, patient, overrides)).OfType<KeptBack>()];
    }

    /// <summary>What an override of the card is about: the drug and findings of an order, else a hash of what it says where that matters.</summary>
    public string? ScopeOf(Card card, string patient) => card.Assessment.Scope ?? (card.Assessment.State is { } state ? pseudonym.OfState(patient, state) : null);

    /// <summary>
    /// A card about an order is the same for the same drug and the same findings only, and a critical one is shown for every order.
    /// </summary>
    private KeptBack? Find(Card card, string patient, IReadOnlyDictionary<OverrideKey, Overridden> overrides)
    {
        if (card.Assessment.IsAlwaysShown || (card.Assessment.Scope is not null && card.Indicator == Urgency.Critical)) return null;
        if (!overrides.TryGetValue(new OverrideKey(card.Assessment.Id, ScopeOf(card, patient)), out Overridden found)) return null;
        if (card.Indicator > Enum.GetValues<Urgency>().FirstOrDefault(urgency => WireName.Of(urgency) == found.Indicator)) return null;
        OverrideReason? reason = found.Reason is { } code ? knowledge.OverrideReasons.GetValueOrDefault(code) ?? knowledge.OverrideReasons.Values.FirstOrDefault(known => known.Standard == code) : null;
        return new KeptBack(card, found, reason, reason is { IsUntilChanged: true } ? null : found.Received + _hideFor);
    }
}
