using System.Net.Sockets;
using System.Text;
using Cds.CdsHooks.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Cds.CdsHooks.Tests.Envelope;

/// <summary>What only a real connection shows: slow clients, clients that hang up, bodies that are far too large.</summary>
public sealed class SocketTests(SocketTests.Server server) : IClassFixture<SocketTests.Server>
{
    private const string Unfinished = "POST /cds-services/myeloma-patient-view HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";

    [Fact]
    public async Task A_body_that_does_not_arrive_in_time_is_408()
    {
        using TcpClient connection = await ConnectAsync(Unfinished);
        byte[] buffer = new byte[4096];
        int read = await connection.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken);
        Assert.StartsWith("HTTP/1.1 408 ", Encoding.UTF8.GetString(buffer, 0, read), StringComparison.Ordinal);
        await StillWorksAsync();
    }

    [Fact]
    public async Task T3_A_client_that_hangs_up_is_no_error_and_harms_nobody()
    {
        for (int i = 0; i < 10; i++) (await ConnectAsync(Unfinished)).Dispose();
        await Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken);
        await StillWorksAsync();
        Assert.DoesNotContain(server.Log.Entries, entry => entry.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task J9_A_client_that_sends_tens_of_megabytes_gets_to_read_the_413()
    {
        byte[] body = new byte[30_000_000];
        Array.Fill(body, (byte)' ');
        (await server.CreateClient().PostBytesAsync(HookRequests.PatientView, body)).IsOperationOutcome(413);
        await StillWorksAsync();
    }

    private async Task StillWorksAsync() =>
        Assert.Equal(200, (await server.CreateClient().PostJsonAsync(HookRequests.PatientView, HookRequests.Valid())).Status);

    private async Task<TcpClient> ConnectAsync(string request)
    {
        Uri address = server.ClientOptions.BaseAddress;
        var connection = new TcpClient();
        await connection.ConnectAsync("localhost", address.Port, TestContext.Current.CancellationToken);
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>The service on a real socket, with little patience.</summary>
    public sealed class Server : TestService
    {
        public Server()
        {
            UseKestrel(0);
            StartServer();
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            ArgumentNullException.ThrowIfNull(builder);
            base.ConfigureWebHost(builder.UseSetting("Cds:RequestTimeout", "00:00:03"));
        }
    }
}
