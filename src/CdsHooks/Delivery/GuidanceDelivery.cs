using System.Diagnostics;
using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Store;
using Cds.CdsHooks.Telemetry;

namespace Cds.CdsHooks.Delivery;

/// <summary>
/// The last step of a hook call: cards that were overridden for good are kept back, which is said; what is left is written out, put on record and sent. Trouble with the
/// store never keeps guidance from a clinician.
/// </summary>
internal sealed class GuidanceDelivery(
    IAuditTrail audit, StorePatience patience, PatientPseudonym pseudonym, KeepingBack keepingBack, DetailForm details, SmartAppLink app, AnswerRecord records, ServiceClock clock,
    ServiceMetrics metrics, ILogger<GuidanceDelivery> logger)
{
    /// <summary>Sends cards, or the problem that keeps the service from answering; both go on record.</summary>
    public async Task DeliverAsync(HttpContext http, HookCall call, Outcome<Guidance> guidance, Activity? span)
    {
        ServiceDefinition service = call.Service;
        string patient = pseudonym.Of(call.Client, call.Request.PatientId), user = pseudonym.OfUser(call.Client, call.Request.UserId);
        ShownCards shown = guidance.Problem is null ? await ShowAsync(call, guidance.Value, patient, user, http.RequestAborted) : ShownCards.None;
        string outcome = guidance.Problem?.Kind.Slug ?? (shown.Cards.Count > 0 ? "cards" : "no-cards");
        audit.Add(records.Of(call, shown, outcome, patient, user));
        metrics.HookAnswered(span, service.Hook, service.Id, outcome, Stopwatch.GetElapsedTime(call.Started));
        if (guidance.Problem is { } problem)
        {
            await RefuseAsync(http, service, call.Request.HookInstance, problem);
            return;
        }

        foreach (Card card in shown.Cards) metrics.CardShown(span, card.Assessment.Id, service.Hook, WireName.Of(card.Indicator));
        await JsonAnswer.WriteAsync(http, call.Language, WireCards.Of(shown, call.Language), CardJson.Default.WireCards);
        logger.HookAnswered(service.Id, call.Request.HookInstance, shown.Cards.Count, guidance.Value.NoteCount, Stopwatch.GetElapsedTime(call.Started).TotalMilliseconds);
    }

    /// <summary>Answers a call that cannot be answered.</summary>
    public Task RefuseAsync(HttpContext http, ServiceDefinition service, Guid hookInstance, RequestProblem problem)
    {
        logger.HookRefused(service.Id, hookInstance, problem.Kind.Slug, problem.Path ?? "$");
        return new ProblemAnswer(problem).ExecuteAsync(http);
    }

    /// <summary>What is shown of the cards. Details are written of these only.</summary>
    private async Task<ShownCards> ShowAsync(HookCall call, Guidance guidance, string patient, string user, CancellationToken cancellation)
    {
        Card[] cards = [.. guidance.Cards.Select(draft => draft.Card)];
        IReadOnlyList<KeptBack> keptBack = await patience.TryAsync(token => keepingBack.OfAsync(cards, patient, user, token), cancellation) ?? [];
        HashSet<Card> hidden = new(keptBack.Select(kept => kept.Card), ReferenceEqualityComparer.Instance);
        CardDraft[] remaining = [.. guidance.Cards.Where(draft => !hidden.Contains(draft.Card))];
        if (remaining.Length == 0 && keptBack.Count > 0) remaining = [KeptBackCard.Compose(call, keptBack, clock)];
        return new ShownCards([.. details.Write(remaining, call.Language).Select(card => app.AddTo(card, call))], keptBack);
    }
}
