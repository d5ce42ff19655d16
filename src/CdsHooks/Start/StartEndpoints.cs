using System.Globalization;
using System.Text;
using Cds.CdsHooks.Assessments;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Errors;
using Cds.CdsHooks.Health;
using Cds.CdsHooks.LocalKnowledge;
using Cds.CdsHooks.Localization;
using Cds.CdsHooks.Pages;
using Cds.CdsHooks.Requests;
using Cds.CdsHooks.Trust;
using Cds.Knowledge.Evaluation;

namespace Cds.CdsHooks.Start;

/// <summary>The start page, and a patient to try: a sample by its address, a pasted Bundle by a form.</summary>
internal static class StartEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapStartPage(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/", StartAsync).ExcludeFromDescription();
        routes.MapRead("/" + PageAddress.Try, TrySampleAsync).ExcludeFromDescription();
        routes.MapPost("/" + PageAddress.Try, TryPastedAsync).RequireClient().ExcludeFromDescription();
        routes.MapRead($"/{PageAddress.Samples}{{name}}.json", SampleAsync).ExcludeFromDescription();
    }

    private static async Task StartAsync(HttpContext context, Readiness readiness, CurrentKnowledge current)
    {
        IReadOnlyList<string> faults = [.. (await readiness.FindFaultsAsync(context.RequestAborted)).Select(fault => fault.Part)];
        await PageRenderer.SendAsync<StartPage>(context, null, (nameof(StartPage.Faults), faults), (nameof(StartPage.Rejected), current.Rejected.Count));
    }

    private static Task TrySampleAsync(HttpContext context)
    {
        if (RequestLanguage.Check(context.Request) is { } wrongLanguage) return new ProblemAnswer(wrongLanguage).ExecuteAsync(context);
        string name = context.Request.Query["sample"].ToString();
        if (name.Length == 0) return PageRenderer.SendAsync<TryPage>(context);
        if (SamplePatients.Find(name) is not { } sample) return ProblemAsync(context, new RequestProblem(ProblemKind.NotFound, StartPhrases.NoSuchSample), null);
        AsOfReading asOf = context.RequestServices.GetRequiredService<AsOfParameter>().Read(sample.AsOf);
        return AnswerAsync(context, SamplePatients.Bundle(sample), asOf, null, (nameof(TryPage.Sample), sample.Name));
    }

    private static async Task TryPastedAsync(HttpContext context)
    {
        // What was pasted comes back in the form: no cache may keep it.
        context.Response.Headers.CacheControl = "no-store";
        PastedReading pasted = await context.RequestServices.GetRequiredService<PastedBundle>().ReadAsync(context);
        if ((RequestLanguage.Check(context.Request) ?? pasted.Problem) is { } problem)
        {
            await ProblemAsync(context, problem, pasted);
            return;
        }

        AsOfParameter moments = context.RequestServices.GetRequiredService<AsOfParameter>();
        AsOfReading asOf = pasted.AsOf.Length == 0 ? moments.Now : moments.Read(pasted.AsOf);
        await AnswerAsync(context, Encoding.UTF8.GetBytes(pasted.Text!), asOf, pasted);
    }

    private static Task AnswerAsync(HttpContext context, byte[] bundle, AsOfReading asOf, PastedReading? pasted, params (string Name, object? Value)[] parameters)
    {
        if (asOf.Problem is { } wrongMoment) return ProblemAsync(context, wrongMoment, pasted);
        IServiceProvider services = context.RequestServices;
        var language = services.GetRequiredService<RequestLanguage>().Of(context.Request);
        TrialAnswer answer = services.GetRequiredService<PatientTrial>().Answer(bundle, asOf.AsOf, language, services.GetRequiredService<PublicAddress>().Of(context.Request));
        if (answer.Problem is { } problem) return ProblemAsync(context, problem, pasted);
        return SendAsync(
            context, StatusCodes.Status200OK, pasted,
            [(nameof(TryPage.Cards), (CardOnPage[])[.. answer.Cards.Select(card => CardOnPage.Of(card, language))]), (nameof(TryPage.Moment), MomentText(asOf.AsOf)), .. parameters]);
    }

    private static string MomentText(AsOf asOf) => asOf.Text.Contains('T', StringComparison.Ordinal) ? asOf.Moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : asOf.Text;

    private static Task ProblemAsync(HttpContext context, RequestProblem problem, PastedReading? pasted) => SendAsync(
        context, problem.Kind.Status, pasted, [(nameof(TryPage.Problem), problem.Detail), (nameof(TryPage.ProblemPlace), problem.Path)]);

    /// <summary>A pasted Bundle has no address: the switch of language sends its form again.</summary>
    private static Task SendAsync(HttpContext context, int status, PastedReading? pasted, (string Name, object? Value)[] parameters) => PageRenderer.SendAsync<TryPage>(
        context, status, page => pasted is null ? page : page with { SentForm = TryForms.FormId },
        [.. parameters, (nameof(TryPage.Pasted), pasted is null ? null : pasted.Text ?? ""), (nameof(TryPage.AsOf), pasted?.AsOf)]);

    private static IResult SampleAsync(string name) => SamplePatients.Find(name) is { } sample
        ? Results.Bytes(SamplePatients.Bundle(sample), "application/fhir+json")
        : new ProblemAnswer(new RequestProblem(ProblemKind.NotFound, StartPhrases.NoSuchSample));
}
