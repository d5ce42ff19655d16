using System.Text.Json.Nodes;
using Cds.CdsHooks.Companion.Sessions;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Pages;

namespace Cds.CdsHooks.Companion.Sandbox;

/// <summary><c>/sandbox</c>: calls of the services as an EHR makes them, written here and sent by the browser.</summary>
internal static class SandboxEndpoints
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Maps the routes.</summary>
    public static void MapSandbox(this WebApplication app)
    {
        app.MapRead("/" + PageAddress.Sandbox, Show).ExcludeFromDescription();
        app.MapPost("/" + PageAddress.SandboxRequest, WriteAsync).AddEndpointFilter<SameOrigin>().ExcludeFromDescription();
        app.MapPost("/" + PageAddress.SandboxCards, ShowCardsAsync).AddEndpointFilter<SameOrigin>().ExcludeFromDescription();
    }

    private static Task Show(HttpContext context, IPatientSessions sessions, SandboxRequest request, ReadingReport report, RequestLanguage languages)
    {
        context.Response.Headers.CacheControl = "no-store";
        OpenedPatient? patient = sessions.Of(context)?.Patient;
        return PageRenderer.SendAsync<SandboxPage>(
            context, Companion,
            (nameof(SandboxPage.Name), patient?.Name),
            (nameof(SandboxPage.Services), (IReadOnlyList<(string, string)>)[.. request.Services.Select(service => (service.Id, service.Hook))]),
            (nameof(SandboxPage.Report), patient is null ? null : report.Of(patient.Bundle)),
            (nameof(SandboxPage.Issues), patient is null ? [] : ReadingReport.Issues(patient.Bundle, languages.Of(context.Request))));
    }

    private static async Task<IResult> WriteAsync(HttpContext context, FormReader forms, IPatientSessions sessions, SandboxRequest request)
    {
        Outcome<SentForm> form = await forms.ReadAsync(context);
        if (form.Problem is { } unreadable) return new ProblemAnswer(unreadable);
        Outcome<JsonObject> call = request.Write(form.Value.Fields, sessions.Of(context)?.Patient);
        context.Response.Headers.CacheControl = "no-store";
        return call.Problem is { } problem ? new ProblemAnswer(problem) : Results.Text(call.Value.ToJsonString(Readable), "application/json");
    }

    private static async Task ShowCardsAsync(HttpContext context, JsonBodyReader bodies, RequestLanguage languages)
    {
        context.Response.Headers.CacheControl = "no-store";
        Outcome<JsonBody> body = await bodies.ReadAsync(context);
        if (body.Problem is { } problem)
        {
            await new ProblemAnswer(problem).ExecuteAsync(context);
            return;
        }

        using JsonBody answer = body.Value;
        await PageRenderer.SendAsync<CardsPage>(context, Companion, (nameof(CardsPage.Answer), AnswerOnPage.Of(answer.Root, languages.Of(context.Request))));
    }

    private static PageContext Companion(PageContext page) => page with { Policy = new PagePolicy { RunsScripts = true }, IsCompanion = true };
}
