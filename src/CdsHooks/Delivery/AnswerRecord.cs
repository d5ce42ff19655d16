using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Store;

namespace Cds.CdsHooks.Delivery;

/// <summary>Writes the audit record of an answer.</summary>
internal sealed class AnswerRecord(KeepingBack keepingBack, KnowledgeBase knowledge, TimeProvider time)
{
    /// <summary>The record.</summary>
    /// <param name="call">What was asked.</param>
    /// <param name="shown">What is answered.</param>
    /// <param name="outcome"><c>cards</c>, <c>no-cards</c>, or the kind of problem.</param>
    /// <param name="patient">Pseudonym of the patient.</param>
    /// <param name="user">Pseudonym of the clinician.</param>
    public AuditRecord Of(HookCall call, ShownCards shown, string outcome, string patient, string user) => new()
    {
        Time = time.GetUtcNow(),
        Client = call.Client?.Issuer,
        Tenant = call.Client?.Tenant,
        Service = call.Service.Id,
        Hook = call.Service.Hook,
        HookInstance = call.Request.HookInstance,
        Outcome = outcome,
        KnowledgeVersion = knowledge.Version,
        Milliseconds = Math.Round(time.GetElapsedTime(call.Started).TotalMilliseconds, 1),
        Patient = patient,
        User = user,
        Cards = [.. shown.Cards.Select(card => new ShownCard(card.Uuid, card.Assessment.Id, WireName.Of(card.Indicator)) { Scope = keepingBack.ScopeOf(card, patient) })],
        KeptBack = [.. shown.KeptBack.Select(kept => kept.Card.Assessment.Id)],
    };
}
