namespace Cds.CdsHooks.Trust;

/// <summary>Whether callers have to sign in.</summary>
public enum AuthenticationMode
{
    /// <summary>Off in the Development environment, required everywhere else.</summary>
    Automatic,

    /// <summary>Every call that could reveal patient data carries a JWT of a configured client.</summary>
    Required,

    /// <summary>Anybody may call. Logged at start; refused in the Production environment.</summary>
    Off,
}

/// <summary>Settings of who may call, section <c>Cds:Trust</c>.</summary>
public sealed class TrustOptions
{
    /// <summary>Whether callers have to sign in: <c>Automatic</c> (default), <c>Required</c> or <c>Off</c>.</summary>
    public AuthenticationMode Authentication { get; set; } = AuthenticationMode.Automatic;

    /// <summary>Whether discovery needs a token too. Default false: it holds no patient data.</summary>
    public bool ProtectDiscovery { get; set; }

    /// <summary>How far the clocks of client and service may differ, 0 to 60 seconds. Default 60 seconds.</summary>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest life of a token (<c>exp</c> minus <c>iat</c>), 1 minute to 24 hours. Default 1 hour.</summary>
    public TimeSpan MaxTokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a fetched key set is kept before it is fetched again in the background, 1 minute to 24 hours. Default 1 hour.</summary>
    public TimeSpan KeyCacheTime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Time after a fetch until an unknown key may bring about the next, and longest pause after failures, 1 second to 1 hour. Default 1 minute.
    /// </summary>
    public TimeSpan KeyReloadInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Calls per minute of one client, 1 to 1 000 000; above it the answer is 429. Default 6 000 when callers sign in, otherwise no limit.
    /// </summary>
    public int? RequestsPerMinute { get; set; }

    /// <summary>Calls of one client under way at the same time, 1 to 10 000; above it the answer is 429. Default 100 when callers sign in, otherwise no limit.</summary>
    public int? ConcurrentRequests { get; set; }

    /// <summary>
    /// Refused tokens per minute of one network address, 1 to 1 000 000; above it the answer is 429 instead of 401 and the log is spared.
    /// Default 600. Valid tokens from the same address (a proxy) are not touched by it.
    /// </summary>
    public int RefusalsPerMinute { get; set; } = 600;

    /// <summary>The clients that may call. Default none.</summary>
    public IList<ClientOptions> Clients { get; } = [];
}

/// <summary>One client, an EHR or a group of them under one issuer: section <c>Cds:Trust:Clients:n</c>.</summary>
public sealed class ClientOptions
{
    /// <summary>The <c>iss</c> of its tokens, compared exactly. Required, each only once.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>Name for logs and audit records. Default: the issuer.</summary>
    public string? Name { get; set; }

    /// <summary>Where its JWK Set is; a <c>jku</c> in a token has to equal it. https, unless <c>Cds:FhirAccess:AllowHttp</c> is set. Default none.</summary>
    public string? JwksUrl { get; set; }

    /// <summary>Its JWK Set as JSON, instead of or beside <c>JwksUrl</c>. Default none.</summary>
    public string? Jwks { get; set; }

    /// <summary>Path of a file with its JWK Set, instead of <c>Jwks</c>. Default none.</summary>
    public string? JwksFile { get; set; }

    /// <summary>A <c>jku</c> that tokens carry although the keys are configured here and never fetched (the public Sandbox used offline). Default none.</summary>
    public string? Jku { get; set; }

    /// <summary>
    /// Accepted signatures, of <c>ES256 ES384 ES512 RS256 RS384 RS512 PS256 PS384 PS512</c>. Default: all of them. There is no way to accept
    /// <c>none</c> or an HMAC.
    /// </summary>
    public IList<string> Algorithms { get; } = [];

    /// <summary>Accepted values of <c>tenant</c>; a token then needs one. Default: not looked at.</summary>
    public IList<string> Tenants { get; } = [];

    /// <summary>Ids of the services it may call; others answer 403. Default: all.</summary>
    public IList<string> Services { get; } = [];

    /// <summary>FHIR servers that it may name, in the forms of <c>Cds:FhirAccess:Servers</c>. Default none.</summary>
    public IList<string> FhirServers { get; } = [];

    /// <summary>Whether each token (<c>jti</c>) is accepted once only. Default true; test kits that send one token several times need false.</summary>
    public bool ReplayProtection { get; set; } = true;

    /// <summary>Its own limit of calls per minute, 1 to 1 000 000. Default: that of <c>Cds:Trust</c>.</summary>
    public int? RequestsPerMinute { get; set; }

    /// <summary>Its own limit of calls at the same time, 1 to 10 000. Default: that of <c>Cds:Trust</c>.</summary>
    public int? ConcurrentRequests { get; set; }
}
