using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Services;
using Cds.CdsHooks.Store;
using Cds.CdsHooks.Trust;
using Cds.Knowledge;

namespace Cds.CdsHooks.Audit;

/// <summary>
/// What happens to an answer between the service and the client: cards that were overridden for good are kept back, which is said, the companion app is linked,
/// and what is shown goes on record. Trouble with the store never keeps guidance from a clinician.
/// </summary>
internal sealed class GuidanceDelivery(
    IAuditTrail audit, StorePatience patience, PatientPseudonym pseudonym, KeepingBack keepingBack, KeptBackCard keptBackCard, SmartAppLink app, KnowledgeBase knowledge,
    TimeProvider time)
{
    /// <summary>Prepares an answer and puts it on record.</summary>
    public async Task<HookAnswer> DeliverAsync(HookCall call, ServiceDefinition service, CallingClient? client, HookAnswer answer, long started, CancellationToken cancellation)
    {
        string patient = pseudonym.Of(client, call.Request.PatientId), user = pseudonym.OfUser(client, call.Request.UserId);
        IReadOnlyList<KeptBack> keptBack = await patience.TryAsync(token => keepingBack.OfAsync(answer.Cards, patient, user, token), cancellation) ?? [];
        Card[] remaining = [.. answer.Cards.Except(keptBack.Select(kept => kept.Card))];
        if (remaining.Length == 0 && keptBack.Count > 0) remaining = [keptBackCard.Compose(call, keptBack)];
        Card[] shown = [.. remaining.Select(card => app.AddTo(card, call))];
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
            User = user,
            Cards = [.. shown.Select(card => new ShownCard(card.Uuid, card.Assessment.Id, CardWriter.Indicator(card.Indicator)) { Scope = keepingBack.ScopeOf(card, patient) })],
            KeptBack = [.. keptBack.Select(kept => kept.Card.Assessment.Id)],
        };
        audit.Add(record);
        return answer.Problem is null ? HookAnswer.Of(shown, answer.Notes) with { KeptBack = keptBack } : answer;
    }
}
