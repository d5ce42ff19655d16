using System.Net.Sockets;

namespace Cds.CdsHooks.Tests.Limits;

/// <summary>Connections that cost something before anybody has signed in.</summary>
public sealed class ConnectionLimitTests
{
    [Fact]
    public async Task Connections_above_the_limit_are_closed_and_the_service_goes_on()
    {
        await using var service = new KestrelService(("Cds:Limits:Connections", "10"));
        List<TcpClient> idle = [];
        for (int i = 0; i < 10; i++) idle.Add(await service.ConnectAsync());
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
