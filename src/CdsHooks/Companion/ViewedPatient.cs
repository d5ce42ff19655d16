using Cds.CdsHooks.Companion.Patients;
using Cds.CdsHooks.Companion.Sessions;
using Cds.CdsHooks.Companion.View;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Pages;

namespace Cds.CdsHooks.Companion;

/// <summary>Shows the patient that a browser has open; without one, or without one that can be shown, the choice of a patient.</summary>
internal sealed class ViewedPatient(IPatientSessions sessions, PatientStudy study, AsOfParameter moments, RequestLanguage languages, PublicAddress address)
{
    /// <summary>Sends a page of the open patient.</summary>
    /// <param name="context">The request; <c>asOf</c> is the moment, <c>card</c> the rule that is explained.</param>
    /// <param name="problem">What could not be done with a form of the page; null for nothing.</param>
    public async Task SendAsync<TPage>(HttpContext context, RequestProblem? problem = null)
        where TPage : WholePage
    {
        NeverKept(context);
        if (RequestLanguage.Check(context.Request) is { } wrongLanguage)
        {
            await new ProblemAnswer(wrongLanguage).ExecuteAsync(context);
            return;
        }

        if (sessions.Of(context) is not { } session)
        {
            await SendChoiceAsync(context, null);
            return;
        }

        Outcome<PatientView> view = await LookAsync(context, session.Patient, session.Supposed);
        if (view.Problem is { } unusable) await SendChoiceAsync(context, unusable);
        else await PageRenderer.SendAsync<TPage>(context, problem?.Kind.Status ?? StatusCodes.Status200OK, Companion, ("View", view.Value), ("Problem", problem?.Detail));
    }

    /// <summary>Looks at a patient for a request.</summary>
    public async ValueTask<Outcome<PatientView>> LookAsync(HttpContext context, OpenedPatient patient, IReadOnlyList<SupposedValue>? supposed = null)
    {
        Outcome<AsOf> end = patient.AsOf is { } first ? moments.Read(first) : moments.Now;
        if (end.Problem is { } unreadable) return unreadable;
        Outcome<AsOf> asOf = context.Request.Query.ContainsKey("asOf") ? moments.Read(context.Request) : end;
        if (asOf.Problem is { } wrongMoment) return wrongMoment;
        string card = context.Request.Query["card"].ToString();
        return await study.LookAsync(
            patient, supposed ?? [], asOf.Value, end.Value, card.Length > 0 ? card : patient.Card, languages.Of(context.Request), address.Of(context.Request), context.RequestAborted);
    }

    /// <summary>Sends the choice of a patient.</summary>
    public static Task SendChoiceAsync(HttpContext context, RequestProblem? problem)
    {
        NeverKept(context);
        return PageRenderer.SendAsync<ChoosePage>(context, problem?.Kind.Status ?? StatusCodes.Status200OK, Companion, (nameof(ChoosePage.Problem), problem?.Detail));
    }

    private static PageContext Companion(PageContext page) => page with { Policy = new PagePolicy { RunsScripts = true }, IsCompanion = true, MayBeFramed = true };

    private static void NeverKept(HttpContext context) => context.Response.Headers.CacheControl = "no-store";
}
