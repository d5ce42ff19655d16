using System.Text;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Health;
using Cds.CdsHooks.LocalKnowledge;
using Cds.CdsHooks.Pages;
using Cds.CdsHooks.Trust;

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

    private static Task TrySampleAsync(HttpContext context, TrialPage page, AsOfParameter moments)
    {
        if (RequestLanguage.Check(context.Request) is { } wrongLanguage) return new ProblemAnswer(wrongLanguage).ExecuteAsync(context);
        string name = context.Request.Query["sample"].ToString();
        if (name.Length == 0) return PageRenderer.SendAsync<TryPage>(context);
        return SamplePatients.Find(name) is { } sample
            ? page.SendAsync(context, SamplePatients.Bundle(sample), moments.Read(sample.AsOf), null, sample.Name)
            : TrialPage.SendProblemAsync(context, new RequestProblem(ProblemKind.NotFound, StartPhrases.NoSuchSample), null);
    }

    private static async Task TryPastedAsync(HttpContext context, TrialPage page, AsOfParameter moments, PastedBundle form)
    {
        // What was pasted comes back in the form: no cache may keep it.
        context.Response.Headers.CacheControl = "no-store";
        PastedReading pasted = await form.ReadAsync(context);
        if ((RequestLanguage.Check(context.Request) ?? pasted.Problem) is { } problem)
        {
            await TrialPage.SendProblemAsync(context, problem, pasted);
            return;
        }

        await page.SendAsync(context, Encoding.UTF8.GetBytes(pasted.Text!), pasted.AsOf.Length == 0 ? moments.Now : moments.Read(pasted.AsOf), pasted, null);
    }

    private static IResult SampleAsync(string name) => SamplePatients.Find(name) is { } sample
        ? Results.Bytes(SamplePatients.Bundle(sample), "application/fhir+json")
        : new ProblemAnswer(new RequestProblem(ProblemKind.NotFound, StartPhrases.NoSuchSample));
}
