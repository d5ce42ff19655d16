using System.Collections.Concurrent;
using System.Text;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Telemetry;

/// <summary>A collector of OpenTelemetry that keeps all it is sent. The texts of protocol buffers stand in them as they are, so that they can be searched.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly LocalServer _server;
    private readonly ConcurrentQueue<(string Signal, string Body)> _received;

    private Collector(LocalServer server, ConcurrentQueue<(string Signal, string Body)> received)
    {
        _server = server;
        _received = received;
    }

    public string Url => _server.Url;

    public string Metrics => Of("/v1/metrics");

    public string Traces => Of("/v1/traces");

    public static async Task<Collector> StartAsync()
    {
        var received = new ConcurrentQueue<(string, string)>();
        return new Collector(await LocalServer.StartAsync(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.Enqueue((context.Request.Path.Value!, Encoding.UTF8.GetString(body.ToArray())));
        }), received);
    }

    /// <summary>Waits for both signals: an app that ends sends what it has left, on a thread of its own.</summary>
    public async Task ReceivesAsync(string trace)
    {
        for (int waited = 0; waited < 2_400 && !(Metrics.Length > 0 && Traces.Contains(trace, StringComparison.Ordinal)); waited++) await Task.Delay(50);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private string Of(string signal) => string.Concat(_received.Where(received => received.Signal == signal).Select(received => received.Body));
}
