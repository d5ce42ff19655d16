using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Cds.CdsHooks.Trust;

/// <summary>The scheme by which clients sign in: a JWT as bearer token, verified for the endpoints that need one. What is open is not looked at.</summary>
internal sealed class BearerTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, TrustMode mode, TokenVerifier verifier, CallRefusal refusal, IOptions<CdsOptions> settings)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string Name = "Bearer";

    private const string Prefix = Name + " ";

    private TokenVerdict _verdict = new(null, TokenFault.NoToken);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!mode.IsRequired || Context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is null) return AuthenticateResult.NoResult();
        _verdict = await VerifyAsync();
        if (_verdict.Client is not { } client) return AuthenticateResult.NoResult();
        Context.Features.Set(client);
        Context.Features.Set(_verdict.Use);
        var identity = new ClaimsIdentity([new Claim("iss", client.Issuer)], Scheme.Name, "iss", null);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => refusal.RefuseAsync(Context, _verdict.Fault, _verdict.Issuer);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        new ProblemAnswer(new RequestProblem(ProblemKind.Forbidden, TrustPhrases.Forbidden)).ExecuteAsync(Context);

    private ValueTask<TokenVerdict> VerifyAsync()
    {
        string? header = Request.Headers.Authorization.Count == 1 ? Request.Headers.Authorization[0] : null;
        if (header is null || !header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return ValueTask.FromResult(_verdict);
        string publicUrl = settings.Value.PublicBaseUrl ?? throw new InvalidOperationException("The validator asks for a public address when callers sign in.");
        return verifier.VerifyAsync(header[Prefix.Length..].Trim(), Audience.Of(publicUrl, Request.Path.Value ?? "/"), Context.RequestAborted);
    }
}
