using Cds.CdsHooks.Companion;
using Cds.CdsHooks.Companion.Sessions;

namespace Cds.CdsHooks.Smart;

/// <summary>SMART launches of the companion.</summary>
internal static class LaunchEndpoints
{
    /// <summary>Path of the launch, and of reading the patient of a launch again.</summary>
    public const string Launch = "launch", Again = "launch/again";

    private const string Return = "launch/callback";

    /// <summary>Maps the routes where the companion is served. They answer GET and not HEAD: a code is good for one request.</summary>
    public static void MapLaunch(this IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<IOptions<CdsOptions>>().Value.Companion.Enabled) return;
        routes.MapGet("/" + Launch, (HttpContext context, LaunchStart start) => start.AnswerAsync(context)).ExcludeFromDescription();
        routes.MapGet("/" + Return, (HttpContext context, LaunchReturn end) => end.AnswerAsync(context)).ExcludeFromDescription();
        routes.MapPost("/" + Again, ReadAgainAsync).AddEndpointFilter<SameOrigin>().ExcludeFromDescription();
    }

    /// <summary>The address that EHRs send browsers back to; it is registered with them.</summary>
    public static string ReturnAddress(PublicAddress address, HttpRequest request) => $"{address.Of(request)}/{Return}";

    /// <summary>From the end of a launch to the patient; relative, so that it holds behind a proxy that takes a prefix off the path.</summary>
    public static string ToPatient(Language language) => $"../app?lang={language.Tag()}";

    private static async Task ReadAgainAsync(HttpContext context, EhrPatients patients, IPatientSessions sessions, LaunchPages pages, RequestLanguage languages)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (sessions.Of(context)?.Patient.Access is not EhrAccess access)
        {
            await pages.SendAsync(context, new RequestProblem(ProblemKind.Forbidden, SmartPhrases.AccessEnded));
            return;
        }

        Outcome<OpenedPatient> read = await patients.ReadAgainAsync(access, context.RequestAborted);
        RequestProblem? problem = read.Problem ?? sessions.Open(context, read.Value).Problem;
        if (problem is not null) await pages.SendAsync(context, problem);
        else context.Response.Redirect(ToPatient(languages.Of(context.Request)));
    }
}
