using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace Cds.CdsHooks.Outbound;

/// <summary>
/// The one HTTP client for addresses that clients or tokens name. It resolves the host itself, connects only to addresses that the rules allow
/// (so a name cannot be pointed elsewhere between check and use), follows no redirect, keeps no cookies and uses no proxy.
/// </summary>
internal sealed class GuardedClient : IDisposable
{
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(2);

    private readonly AddressRules _rules;
    private readonly HttpMessageInvoker _client;

    public GuardedClient(IOptions<CdsOptions> options)
    {
        _rules = new AddressRules(options.Value.Outbound.AllowedNetworks);
        _client = new HttpMessageInvoker(CreateHandler(), disposeHandler: true);
    }

    /// <summary>Sends a request; returns when the headers have arrived. Time limits are the caller's.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation) =>
        _client.SendAsync(request, cancellation);

    public void Dispose() => _client.Dispose();

    [SuppressMessage("Reliability", "CA2000", Justification = "The invoker disposes of its handler.")]
    private SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        MaxResponseHeadersLength = 64,
        PooledConnectionLifetime = ConnectionLife,
        // Trace headers would tell another organisation's server about our calls.
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        ConnectCallback = ConnectAsync,
    };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        DnsEndPoint target = context.DnsEndPoint;
        IPAddress[] resolved = IPAddress.TryParse(target.Host, out IPAddress? literal) ? [literal] : await Dns.GetHostAddressesAsync(target.Host, cancellation);
        IPAddress[] allowed = [.. resolved.Where(_rules.Allows)];
        if (allowed.Length == 0) throw new RefusedAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
