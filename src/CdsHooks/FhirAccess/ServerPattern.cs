using Cds.CdsHooks.Outbound;

namespace Cds.CdsHooks.FhirAccess;

/// <summary>One entry of the list of FHIR servers: a base URL, a host, or <c>*.</c> before a domain.</summary>
internal sealed class ServerPattern
{
    private const string AnyHostOf = "*.";

    private readonly Uri? _base;
    private readonly string _host;

    private ServerPattern(Uri? baseUrl, string host)
    {
        _base = baseUrl;
        _host = host;
    }

    /// <summary>Reads an entry; null when it is none of the three forms.</summary>
    public static ServerPattern? Parse(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal))
        {
            return ServerAddress.Read(text) is { Query.Length: 0, Fragment.Length: 0, UserInfo.Length: 0 } url ? new ServerPattern(url, url.IdnHost) : null;
        }

        string host = text.StartsWith(AnyHostOf, StringComparison.Ordinal) ? text[AnyHostOf.Length..] : text;
        return Uri.CheckHostName(host) is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6 ? new ServerPattern(null, text) : null;
    }

    /// <summary>Whether it is the address of a server that is called without TLS.</summary>
    public bool IsUnsecured => _base?.Scheme == Uri.UriSchemeHttp;

    /// <summary>Whether the server is meant. Host names are compared without regard to case.</summary>
    public bool Covers(Uri server)
    {
        if (_base is not null) return UrlScope.IsAtOrBelow(server, _base);
        if (!server.IsDefaultPort) return false;
        return _host.StartsWith(AnyHostOf, StringComparison.Ordinal)
            ? server.IdnHost.EndsWith(_host[1..], StringComparison.OrdinalIgnoreCase)
            : server.IdnHost.Equals(_host, StringComparison.OrdinalIgnoreCase);
    }
}
