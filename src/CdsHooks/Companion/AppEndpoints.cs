using Cds.CdsHooks.Companion.Insights;
using Cds.CdsHooks.Companion.Patients;
using Cds.CdsHooks.Companion.Sandbox;
using Cds.CdsHooks.Companion.Sessions;
using Cds.CdsHooks.Companion.Timeline;
using Cds.CdsHooks.Companion.View;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Pages;
using Cds.Knowledge.Facts;

namespace Cds.CdsHooks.Companion;

/// <summary>The patient view: <c>/app</c> and what it is made of.</summary>
internal static class AppEndpoints
{
    /// <summary>Parameter with the page to come back to; the patient view where it names none.</summary>
    public const string BackTo = "to";

    /// <summary>Maps the routes, where the companion is served.</summary>
    public static void MapCompanion(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<IOptions<CdsOptions>>().Value.Companion.Enabled) return;
        app.MapRead("/" + PageAddress.App, ShowAsync).ExcludeFromDescription();
        app.MapRead("/" + PageAddress.Summary, SummariseAsync).ExcludeFromDescription();
        app.MapInsights();
        app.MapSandbox();
        app.MapPost("/" + PageAddress.App, OpenAsync).AddEndpointFilter<SameOrigin>().ExcludeFromDescription();
        app.MapPost("/" + PageAddress.Suppose, SupposeAsync).AddEndpointFilter<SameOrigin>().ExcludeFromDescription();
        app.MapPost("/" + PageAddress.Close, Close).AddEndpointFilter<SameOrigin>().ExcludeFromDescription();
    }

    private static Task ShowAsync(HttpContext context, ViewedPatient viewed) => viewed.SendAsync<AppPage>(context);

    private static Task SummariseAsync(HttpContext context, ViewedPatient viewed) => viewed.SendAsync<SummaryPage>(context);

    private static async Task OpenAsync(HttpContext context, PatientForm form, IPatientSessions sessions, ViewedPatient viewed)
    {
        Outcome<OpenedPatient> patient = await form.ReadAsync(context);
        Outcome<PatientView> view = patient.Problem is { } unreadable ? unreadable : await viewed.LookAsync(context, patient.Value);
        Outcome<PatientSession> session = view.Problem is { } unusable ? unusable : sessions.Open(context, patient.Value);
        if (session.Problem is { } problem) await ViewedPatient.SendChoiceAsync(context, problem);
        else Back(context, "", "", context.Request.Query[BackTo] == PageAddress.Sandbox ? PageAddress.Sandbox : PageAddress.App);
    }

    private static async Task SupposeAsync(HttpContext context, FormReader forms, IPatientSessions sessions, ViewedPatient viewed, KnowledgeBase knowledge)
    {
        if (sessions.Of(context) is not { } session)
        {
            Back(context, "", "");
            return;
        }

        Outcome<SentForm> sent = await forms.ReadAsync(context);
        if (sent.Problem is { } unreadable)
        {
            await ViewedPatient.SendChoiceAsync(context, unreadable);
            return;
        }

        IFormCollection form = sent.Value.Fields;
        if (form["forget"].Count > 0)
        {
            session.Forget();
        }
        else if (knowledge.Facts.GetValueOrDefault(form["fact"].ToString()) is not { } fact)
        {
            await viewed.SendAsync<AppPage>(context, new RequestProblem(ProblemKind.InvalidParameter, CompanionPhrases.NoSuchFact, "fact"));
            return;
        }
        else
        {
            Outcome<FactValue> value = Supposing.Read(fact, form["value"].ToString());
            if (value.Problem is { } problem)
            {
                await viewed.SendAsync<AppPage>(context, problem);
                return;
            }

            if (!DayText.TryRead(form["day"].ToString(), out DateOnly? day))
            {
                await viewed.SendAsync<AppPage>(context, new RequestProblem(ProblemKind.InvalidParameter, CompanionPhrases.NoDay, "day"));
                return;
            }

            session.Suppose(new SupposedValue(fact.Id, form["resource"].ToString() is { Length: > 0 } resource ? resource : null, value.Value) { Day = day });
        }

        Back(context, form["asOf"].ToString(), form["card"].ToString());
    }

    private static void Close(HttpContext context, IPatientSessions sessions)
    {
        sessions.End(context);
        Back(context, "", "");
    }

    /// <summary>To the view or another page, so that going back or loading again sends no form twice.</summary>
    private static void Back(HttpContext context, string asOf, string card, string page = PageAddress.App)
    {
        string root = context.Request.Path.Value!.Count(letter => letter == '/') > 1 ? "../" : "";
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = ViewAddress.Redirect(root + page, context.RequestServices.GetRequiredService<RequestLanguage>().Of(context.Request), asOf, card);
    }
}
