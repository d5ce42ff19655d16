using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Cds.CdsHooks.Tests.Smart.Ehr;

/// <summary>The authorization server of the EHR: OpenIddict with its rules, and what SMART App Launch adds to OAuth (<c>aud</c>, <c>launch</c>, the patient beside the token).</summary>
internal static class EhrAuthorization
{
    public const string Patient = "patient", TokenEndpoint = "auth/token";

    private const string AppContext = "appContext", Chosen = "chosen";

    /// <summary>Life of an access token.</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(5);

    public static void Add(IServiceCollection services, EhrBehaviour behaviour)
    {
        string name = Guid.NewGuid().ToString();
        services.AddSingleton(behaviour);
        services.AddDbContext<DbContext>(options => options.UseInMemoryDatabase(name).UseOpenIddict());
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DbContext>().DisableBulkOperations())
            .AddServer(server =>
            {
                server.SetAuthorizationEndpointUris("auth/authorize").SetTokenEndpointUris(TokenEndpoint).AcceptSmartAssertions();
                server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().AllowRefreshTokenFlow();
                server.RegisterScopes([.. EhrClient.Scopes]);
                server.AddEphemeralEncryptionKey().AddEphemeralSigningKey().SetAccessTokenLifetime(TokenLife);
                server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough().DisableTransportSecurityRequirement();
                server.Configure(options =>
                {
                    options.TimeProvider = behaviour.Clock;
                    options.CodeChallengeMethods.Clear();
                    options.CodeChallengeMethods.Add(CodeChallengeMethods.Sha256);
                });
            })
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.UseAspNetCore();
                validation.Configure(options => options.TimeProvider = behaviour.Clock);
            });
        services.AddAuthentication();
    }

    public static void Map(WebApplication app, TestEhr ehr)
    {
        app.MapGet("/fhir/.well-known/smart-configuration", (EhrBehaviour behaviour) => new Dictionary<string, object>
        {
            ["issuer"] = ehr.Url + "/",
            ["authorization_endpoint"] = ehr.Url + "/auth/authorize",
            ["token_endpoint"] = $"{ehr.Url}/{TokenEndpoint}",
            ["code_challenge_methods_supported"] = new[] { "S256" },
            ["grant_types_supported"] = new[] { "authorization_code", "refresh_token" },
            ["capabilities"] = behaviour.Capabilities,
        });
        app.MapGet("/auth/authorize", (HttpContext context, EhrBehaviour behaviour) => Authorize(context, behaviour, ehr));
        app.MapPost("/" + TokenEndpoint, TokenAsync);
        app.MapGet("/chart", (string src) => Results.Content(
            $"<!DOCTYPE html><html lang=\"en\"><title>Chart</title><iframe title=\"app\" width=\"1200\" height=\"800\" src=\"{HtmlEncoder.Default.Encode(src)}\"></iframe></html>", "text/html"));
    }

    private static IResult Authorize(HttpContext context, EhrBehaviour behaviour, TestEhr ehr)
    {
        OpenIddictRequest request = context.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict hands on what it found correct.");
        if (behaviour.Refuses) return Refuse(OpenIddictConstants.Errors.AccessDenied);
        if ((string?)request["aud"] != ehr.Issuer) return Refuse(OpenIddictConstants.Errors.InvalidRequest);
        if ((string?)request["launch"] is { } launch)
            return request.HasScope("launch") && ehr.Find(launch) is { } begun ? Grant(request, behaviour, begun) : Refuse(OpenIddictConstants.Errors.InvalidRequest);
        if (!request.HasScope("launch/patient")) return Refuse(OpenIddictConstants.Errors.InvalidScope);
        return (string?)request[Chosen] is { } chosen ? Grant(request, behaviour, new EhrLaunch(chosen, null)) : Choice(context.Request);
    }

    /// <summary>Signs the user in and asks which patient is meant.</summary>
    private static IResult Choice(HttpRequest request) => Results.Content(
        "<!DOCTYPE html><html lang=\"en\"><title>EHR</title><h1>Sign-in of the EHR</h1><ul>"
        + string.Concat(EhrRecords.Patients.Select(patient => $"<li><a href=\"{HtmlEncoder.Default.Encode($"{request.Path}{request.QueryString}&{Chosen}={patient}")}\">{patient}</a></li>"))
        + "</ul></html>",
        "text/html");

    private static IResult Grant(OpenIddictRequest request, EhrBehaviour behaviour, EhrLaunch launch)
    {
        var identity = new ClaimsIdentity("ehr", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, "haem-7").SetClaim(Patient, launch.Patient).SetClaim(AppContext, launch.AppContext);
        string[] granted = [.. request.GetScopes().Except(behaviour.Withheld)];
        // OpenIddict renews access under the scope of OpenID Connect; SMART has one of its own for the time that the user is there.
        identity.SetScopes(granted.Contains("online_access") ? [.. granted, Scopes.OfflineAccess] : granted);
        identity.SetDestinations(claim => claim.Type is Patient or Claims.Subject ? [Destinations.AccessToken] : []);
        return Results.SignIn(new ClaimsPrincipal(identity), properties: null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static async Task<IResult> TokenAsync(HttpContext context, EhrBehaviour behaviour)
    {
        ClaimsPrincipal principal = (await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal
            ?? throw new InvalidOperationException("OpenIddict hands on codes and refresh tokens that it found correct.");
        var beside = new AuthenticationProperties();
        if (!behaviour.NamesNoPatient) beside.SetParameter(Patient, principal.GetClaim(Patient));
        if (principal.GetClaim(AppContext) is { } appContext) beside.SetParameter(AppContext, appContext);
        return Results.SignIn(principal, beside, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static IResult Refuse(string error) => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = "<b>because</b>",
        }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}
