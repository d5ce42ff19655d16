using System.Text.RegularExpressions;
using Cds.CdsHooks.Outbound;
using Cds.CdsHooks.Telemetry;
using Duende.IdentityModel.Client;

namespace Cds.CdsHooks.Smart;

/// <summary>Exchanges codes and refresh tokens for access at the token endpoint of an EHR, signed in as it was registered.</summary>
internal sealed partial class TokenEndpoint : IDisposable
{
    private const int Largest = 256 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpMessageInvoker _http;
    private readonly AssertionSigner _signer;
    private readonly TimeProvider _time;
    private readonly ILogger<TokenEndpoint> _logger;

    public TokenEndpoint(GuardedClient http, AssertionSigner signer, TimeProvider time, ILogger<TokenEndpoint> logger)
    {
        _http = new HttpMessageInvoker(new GuardedHandler(http, Largest));
        _signer = signer;
        _time = time;
        _logger = logger;
    }

    /// <summary>Exchanges the code of a launch.</summary>
    /// <param name="server">The EHR.</param>
    /// <param name="configuration">Where its endpoints are.</param>
    /// <param name="launch">The launch.</param>
    /// <param name="code">The code.</param>
    /// <param name="redirect">The address that the code was sent to.</param>
    /// <param name="cancellation">Cancelled when nobody waits.</param>
    public async Task<Outcome<TokenResponse>> RedeemAsync(
        SmartServer server, SmartConfiguration configuration, PendingLaunch launch, string code, string redirect, CancellationToken cancellation)
    {
        using var request = new AuthorizationCodeTokenRequest { Code = code, RedirectUri = redirect, CodeVerifier = launch.Verifier };
        SignIn(request, server, configuration.Token);
        return await AskAsync(server, token => _http.RequestAuthorizationCodeTokenAsync(request, token), cancellation);
    }

    /// <summary>Renews access.</summary>
    public async Task<Outcome<TokenResponse>> RenewAsync(SmartServer server, SmartConfiguration configuration, string refreshToken, CancellationToken cancellation)
    {
        using var request = new RefreshTokenRequest { RefreshToken = refreshToken };
        SignIn(request, server, configuration.Token);
        return await AskAsync(server, token => _http.RequestRefreshTokenAsync(request, token), cancellation);
    }

    public void Dispose() => _http.Dispose();

    private void SignIn(ProtocolRequest request, SmartServer server, Uri endpoint)
    {
        request.Address = endpoint.AbsoluteUri;
        request.ClientId = server.ClientId;
        request.ClientSecret = server.Secret;
        request.ClientCredentialStyle = server.Secret is null ? ClientCredentialStyle.PostBody : ClientCredentialStyle.AuthorizationHeader;
        if (server.Key is { } key) request.ClientAssertion = _signer.Sign(server, key, endpoint);
    }

    private async Task<Outcome<TokenResponse>> AskAsync(SmartServer server, Func<CancellationToken, Task<TokenResponse>> ask, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, _time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            TokenResponse response = await ask(linked.Token);
            // Before anything else is asked of the answer: its members are looked up in what has to be an object.
            if (response.Json is not { ValueKind: JsonValueKind.Object }) return Unavailable(server, "no answer in JSON");
            if (!response.IsError) return response;
            string error = response.TryGet("error") is { } code && ErrorCode().IsMatch(code) ? code : "error";
            if ((int)response.HttpStatusCode >= StatusCodes.Status500InternalServerError) return Unavailable(server, error);
            _logger.SmartAccessRefused(server.Base.Host, error);
            return new RequestProblem(ProblemKind.Forbidden, SmartPhrases.Refused.With("error", error));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Unavailable(server, "no answer in time");
        }
    }

    private RequestProblem Unavailable(SmartServer server, string reason)
    {
        _logger.SmartAccessFailed(server.Base.Host, reason);
        return new RequestProblem(ProblemKind.EhrUnavailable, SmartPhrases.EhrUnavailable);
    }

    /// <summary>Codes of OAuth errors; what is none is not repeated.</summary>
    [GeneratedRegex(@"^[a-z_]{1,60}\z", RegexOptions.CultureInvariant)]
    internal static partial Regex ErrorCode();
}
