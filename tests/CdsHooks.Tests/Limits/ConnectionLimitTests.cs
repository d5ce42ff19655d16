using System.Diagnostics.Metrics;
using System.Net.Sockets;
using Cds.CdsHooks.Limits;
using Microsoft.Extensions.DependencyInjection;

namespace Cds.CdsHooks.Tests.Limits;

/// <summary>Connections that cost something before anybody has signed in.</summary>
public sealed class ConnectionLimitTests
{
    [Fact]
    public async Task A_request_on_a_connection_above_the_limit_is_503_with_retry_after_probes_are_answered_and_the_service_goes_on()
    {
        await using var service = new KestrelService(("Cds:Limits:Connections", "10"));
        using MeterListener listener = Refusals(service, out Func<int> refused);
        List<TcpClient> idle = await OpenAsync(service, 10);
        using (TcpClient further = await service.ConnectAsync(Get("/cds-services")))
        {
            string answer = await KestrelService.ReadAsync(further);
            Assert.StartsWith("HTTP/1.1 503", answer, StringComparison.Ordinal);
            Assert.Contains("Retry-After: 5\r\n", answer, StringComparison.Ordinal);
            Assert.Contains("Connection: close\r\n", answer, StringComparison.Ordinal);
            Assert.Contains("\"throttled\"", answer, StringComparison.Ordinal);
        }

        using (TcpClient probe = await service.ConnectAsync(Get("/health/live")))
            Assert.StartsWith("HTTP/1.1 200", await KestrelService.ReadAsync(probe), StringComparison.Ordinal);
        Assert.Equal(1, refused());
        foreach (TcpClient connection in idle) connection.Dispose();
        Assert.Equal(200, await StatusAsync(service));
    }

    [Fact]
    public async Task Connections_above_those_that_are_told_so_are_closed_and_the_service_goes_on()
    {
        await using var service = new KestrelService(("Cds:Limits:Connections", "10"));
        List<TcpClient> idle = await OpenAsync(service, 10 + ConnectionLimit.ToldAtOnce);
        using (TcpClient further = await service.ConnectAsync()) Assert.Equal("", await KestrelService.ReadAsync(further));
        foreach (TcpClient connection in idle) connection.Dispose();
        Assert.Equal(200, await StatusAsync(service));
    }

    [Fact]
    public async Task An_idle_connection_is_closed_after_a_while()
    {
        await using var service = new KestrelService(("Cds:Limits:IdleConnection", "00:00:01"));
        using TcpClient idle = await service.ConnectAsync();
        Assert.Equal("", await KestrelService.ReadAsync(idle));
    }

    private static string Get(string path) => $"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n";

    /// <summary>Opens connections one after the other; an answer on each shows that it was counted.</summary>
    private static async Task<List<TcpClient>> OpenAsync(KestrelService service, int count)
    {
        List<TcpClient> opened = [];
        for (int i = 0; i < count; i++)
        {
            opened.Add(await service.ConnectAsync(Get("/health/live")));
            Assert.StartsWith("HTTP/1.1 200", await KestrelService.ReadAsync(opened[^1]), StringComparison.Ordinal);
        }

        return opened;
    }

    /// <summary>Counts what is refused because of connections.</summary>
    private static MeterListener Refusals(KestrelService service, out Func<int> refused)
    {
        int count = 0;
        IMeterFactory meters = service.Services.GetRequiredService<IMeterFactory>();
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "cds.requests.refused" && instrument.Meter.Scope == meters) self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            foreach (KeyValuePair<string, object?> tag in tags)
                if (tag is { Key: "cds.limit", Value: nameof(Bound.Connections) }) Interlocked.Increment(ref count);
        });
        listener.Start();
        refused = () => count;
        return listener;
    }

    /// <summary>The server learns a little later that a connection has gone.</summary>
    private static async Task<int> StatusAsync(KestrelService service)
    {
        while (true)
        {
            try
            {
                using HttpResponseMessage answer = await service.CreateClient().GetAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken);
                return (int)answer.StatusCode;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
            }
        }
    }
}
