using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Services;
using Cds.CdsHooks.Store;
using Cds.CdsHooks.Telemetry;
using Cds.CdsHooks.Trust;
using Cds.Knowledge;
using Cds.Knowledge.Recommendations;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Audit;

/// <summary>
/// What happens to an answer between the service and the client: cards that were overridden for good are kept back, the companion app is linked,
/// and what is shown goes on record. Trouble with the store never keeps guidance from a clinician.
/// </summary>
internal sealed class GuidanceDelivery(
    IRecordStore store, PatientPseudonym pseudonym, SmartAppLink app, KnowledgeBase knowledge, TimeProvider time, IOptions<CdsOptions> options,
    ILogger<GuidanceDelivery> logger)
{
    /// <summary>The card of what is missing or could not be read says something else each time.</summary>
    private const string AlwaysShown = "workup.missing";

    /// <summary>A store that answers slowly must not hold up cards.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly TimeSpan _hideFor = options.Value.Feedback.HideOverriddenFor;

    /// <summary>Prepares an answer and puts it on record.</summary>
    public async Task<HookAnswer> DeliverAsync(HookCall call, ServiceDefinition service, CallingClient? client, HookAnswer answer, long started, CancellationToken cancellation)
    {
        string patient = pseudonym.Of(client, call.Request.PatientId);
        IReadOnlyDictionary<OverrideKey, string> overrides = await FindOverridesAsync(patient, cancellation);
        Card[] shown = [.. answer.Cards.Where(card => !IsKeptBack(card, overrides)).Select(card => app.AddTo(card, call))];
        var record = new AuditRecord
        {
            Time = time.GetUtcNow(),
            Client = client?.Issuer,
            Tenant = client?.Tenant,
            Service = service.Id,
            Hook = service.Hook,
            HookInstance = call.Request.HookInstance,
            Outcome = answer.Problem?.Kind.Slug ?? (shown.Length > 0 ? "cards" : "no-cards"),
            KnowledgeVersion = knowledge.Version,
            Milliseconds = Math.Round(time.GetElapsedTime(started).TotalMilliseconds, 1),
            Patient = patient,
            Cards = [.. shown.Select(card => new ShownCard(card.Uuid, card.Assessment.Id, CardWriter.Indicator(card.Indicator)) { Scope = card.Assessment.Scope })],
            KeptBack = [.. answer.Cards.Where(card => IsKeptBack(card, overrides)).Select(card => card.Assessment.Id)],
        };
        await TryAsync(patience => store.AddAsync(record, patience), cancellation);
        return answer.Problem is null ? HookAnswer.Of(shown, answer.Notes) : answer;
    }

    /// <summary>
    /// A card is kept back when the same was overridden and is not more urgent now. A card about an order is the same for the same drug and the same
    /// findings only, and a critical one is shown for every order.
    /// </summary>
    private static bool IsKeptBack(Card card, IReadOnlyDictionary<OverrideKey, string> overrides) =>
        card.Assessment.Id != AlwaysShown
        && (card.Assessment.Scope is null || card.Indicator < Urgency.Critical)
        && overrides.TryGetValue(new OverrideKey(card.Assessment.Id, card.Assessment.Scope), out string? indicator)
        && card.Indicator <= Enum.GetValues<Urgency>().FirstOrDefault(urgency => CardWriter.Indicator(urgency) == indicator);

    private async Task<IReadOnlyDictionary<OverrideKey, string>> FindOverridesAsync(string patient, CancellationToken cancellation)
    {
        IReadOnlyDictionary<OverrideKey, string> overrides = new Dictionary<OverrideKey, string>();
        if (_hideFor > TimeSpan.Zero)
            await TryAsync(async patience => overrides = await store.FindOverridesAsync(patient, time.GetUtcNow() - _hideFor, patience), cancellation);
        return overrides;
    }

    private async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await work(patience.Token);
        }
        catch (Exception exception) when (exception is StoreUnavailableException || (exception is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            logger.StoreFailed(exception);
        }
    }
}
