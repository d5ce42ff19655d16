using System.Security.Authentication;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Cds.CdsHooks.Limits;

/// <summary>Limits of the web server itself, behind those of the request reader.</summary>
internal sealed class KestrelLimits(IOptions<CdsOptions> options, ConnectionLimit connections) : IConfigureOptions<KestrelServerOptions>
{
    /// <summary>
    /// A client that sends a body above the limit reads the 413 only if its whole body is taken off the wire first; the reader therefore
    /// drops what is too much, up to this multiple, where the server cuts the connection.
    /// </summary>
    private const int DrainFactor = 50;

    public void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.ConfigureHttpsDefaults(https => https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13);
        kestrel.Limits.MaxRequestBodySize = (long)options.Value.MaxBodyBytes * DrainFactor;
        kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
        kestrel.Limits.MaxConcurrentConnections = options.Value.Limits.Connections + ConnectionLimit.ToldAtOnce;
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(connections.Count));
        kestrel.Limits.KeepAliveTimeout = options.Value.Limits.IdleConnection;
        kestrel.Limits.RequestHeadersTimeout = options.Value.RequestTimeout;
    }
}
