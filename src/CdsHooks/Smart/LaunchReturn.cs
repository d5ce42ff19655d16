using Cds.CdsHooks.Companion.Sessions;
using Cds.CdsHooks.Telemetry;
using Duende.IdentityModel.Client;

namespace Cds.CdsHooks.Smart;

/// <summary>The end of a launch: the EHR sends the browser back with a code, for which the patient is read and a session opened.</summary>
internal sealed class LaunchReturn(
    SmartServers servers, SmartConfigurations configurations, TokenEndpoint tokens, EhrPatients patients, LaunchCookie cookie, IPatientSessions sessions, LaunchPages pages,
    PublicAddress address, TimeProvider time, ILogger<LaunchReturn> logger)
{
    /// <summary>Answers the address that an EHR sends browsers back to.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.Query["state"] is not [{ } state] || cookie.Take(context, state) is not { } launch || servers.Find(launch.Issuer) is not { } server)
        {
            await pages.SendAsync(context, new RequestProblem(ProblemKind.BadRequest, SmartPhrases.NotBegun));
            return;
        }

        Language language = Languages.FromTag(launch.Language) ?? Language.English;
        Outcome<OpenedPatient> opened = await OpenAsync(context, server, launch);
        RequestProblem? problem = opened.Problem ?? sessions.Open(context, opened.Value).Problem;
        if (problem is not null) await pages.SendAsync(context, problem, language);
        else context.Response.Redirect(LaunchEndpoints.ToPatient((opened.Value.Access as EhrAccess)?.Language ?? language));
    }

    private async Task<Outcome<OpenedPatient>> OpenAsync(HttpContext context, SmartServer server, PendingLaunch launch)
    {
        if (await configurations.OfAsync(server, context.RequestAborted) is not { } configuration) return new RequestProblem(ProblemKind.EhrUnavailable, SmartPhrases.EhrUnavailable);
        Outcome<string> code = CodeOf(context.Request.Query, server, configuration);
        if (code.Problem is { } refused) return refused;
        Outcome<TokenResponse> response = await tokens.RedeemAsync(
            server, configuration, launch, code.Value, LaunchEndpoints.ReturnAddress(address, context.Request), context.RequestAborted);
        if (response.Problem is { } notGiven) return notGiven;
        Outcome<SmartGrant> grant = SmartGrant.Of(response.Value, launch.Scope, time.GetUtcNow());
        return grant.Problem is { } unusable ? unusable : await patients.ReadAsync(server, grant.Value, context.RequestAborted);
    }

    private Outcome<string> CodeOf(IQueryCollection query, SmartServer server, SmartConfiguration configuration)
    {
        // Another authorization server's answer would be exchanged at this one's address (RFC 9207).
        if (query["iss"] is { Count: > 0 } from && configuration.Issuer is { } issuer && from != issuer) return new RequestProblem(ProblemKind.InvalidParameter, SmartPhrases.NotBegun, "iss");
        if (query["error"] is { Count: > 0 } errors)
        {
            string error = TokenEndpoint.ErrorCode().IsMatch(errors.ToString()) ? errors.ToString() : "error";
            logger.SmartAccessRefused(server.Base.Host, error);
            return new RequestProblem(ProblemKind.Forbidden, SmartPhrases.Refused.With("error", error));
        }

        return query["code"] is [{ Length: > 0 } code] ? code : new RequestProblem(ProblemKind.InvalidParameter, SmartPhrases.NoCode, "code");
    }
}
