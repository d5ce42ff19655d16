using Cds.CdsHooks.Trust;

namespace Cds.CdsHooks.FhirAccess;

/// <summary>The FHIR servers that may be called: those of the configuration, and those bound to the client that calls.</summary>
internal sealed class FhirServerList
{
    private readonly bool _allowHttp;
    private readonly ServerPattern[] _common;
    private readonly Dictionary<string, ServerPattern[]> _ofIssuer;

    public FhirServerList(IOptions<CdsOptions> options)
    {
        _allowHttp = options.Value.FhirAccess.AllowHttp;
        _common = Parse(options.Value.FhirAccess.Servers);
        _ofIssuer = options.Value.Trust.Clients.ToDictionary(client => client.Issuer, client => Parse(client.FhirServers), StringComparer.Ordinal);
    }

    /// <summary>Whether the service may send requests to this base URL on behalf of the client; null for a client that did not have to sign in.</summary>
    public bool Allows(Uri server, CallingClient? client)
    {
        if (server.Scheme != Uri.UriSchemeHttps && !_allowHttp) return false;
        if (server.UserInfo.Length > 0 || server.Query.Length > 0 || server.Fragment.Length > 0) return false;
        return _common.Any(pattern => pattern.Covers(server))
            || (client is not null && _ofIssuer.TryGetValue(client.Issuer, out ServerPattern[]? own) && own.Any(pattern => pattern.Covers(server)));
    }

    private static ServerPattern[] Parse(IEnumerable<string> entries) =>
        [.. entries.Select(entry => ServerPattern.Parse(entry) ?? throw new InvalidOperationException("The validator lets no unreadable pattern pass."))];
}
