using Duende.IdentityModel;
using Duende.IdentityModel.Client;
using Microsoft.Extensions.Primitives;

namespace Cds.CdsHooks.Smart;

/// <summary>The beginning of a launch: the browser is sent to the sign-in of the EHR that it names, if that is one of the configuration.</summary>
internal sealed class LaunchStart(
    SmartServers servers, SmartConfigurations configurations, EhrPatients patients, LaunchCookie cookie, LaunchPages pages, PublicAddress address, RequestLanguage languages, TimeProvider time)
{
    /// <summary>Answers <c>/launch</c>: with <c>iss</c> and <c>launch</c> an EHR launches, with <c>iss</c> alone the user does, with neither the user chooses an EHR.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        IQueryCollection query = context.Request.Query;
        StringValues issuer = query["iss"], launch = query["launch"];
        if (RequestLanguage.Check(context.Request) is { } wrongLanguage) await pages.SendAsync(context, wrongLanguage);
        else if (issuer.Count == 0 && launch.Count == 0) await pages.SendChoiceAsync(context);
        else if (issuer is not [{ Length: > 0 } named] || launch.Count > 1 || (launch.Count == 1 && launch.ToString().Length == 0)) await pages.SendAsync(context, Wrong(SmartPhrases.WrongParameters, "iss"));
        else if (servers.Find(named) is not { } server) await pages.SendAsync(context, Wrong(SmartPhrases.UnknownIssuer, "iss"));
        else if (await configurations.OfAsync(server, context.RequestAborted) is not { } configuration) await pages.SendAsync(context, new RequestProblem(ProblemKind.EhrUnavailable, SmartPhrases.EhrUnavailable));
        else context.Response.Redirect(Begin(context, server, configuration, launch.Count == 1 ? launch.ToString() : null));
    }

    private string Begin(HttpContext context, SmartServer server, SmartConfiguration configuration, string? launch)
    {
        string scope = AskedScopes.Of(patients.Types, launch is not null, server.IsRenewable, configuration.SpeaksVersion2);
        var pending = PendingLaunch.Begin(server, scope, languages.Of(context.Request).Tag(), time.GetUtcNow());
        cookie.Give(context, pending);
        var extra = new Parameters { { "aud", server.Issuer } };
        if (launch is not null) extra.Add("launch", launch);
        return new RequestUrl(configuration.Authorize.AbsoluteUri).CreateAuthorizeUrl(
            server.ClientId,
            OidcConstants.ResponseTypes.Code,
            scope,
            LaunchEndpoints.ReturnAddress(address, context.Request),
            pending.State,
            codeChallenge: pending.Challenge,
            codeChallengeMethod: OidcConstants.CodeChallengeMethods.Sha256,
            extra: extra);
    }

    private static RequestProblem Wrong(LocalizedText detail, string parameter) => new(ProblemKind.InvalidParameter, detail, parameter);
}
