using System.Net.Sockets;
using System.Text;
using Cds.CdsHooks.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;

namespace Cds.CdsHooks.Tests.Limits;

/// <summary>The service on a real socket, with settings.</summary>
public sealed class KestrelService : TestService
{
    private readonly (string Key, string Value)[] _settings;

    public KestrelService(params (string Key, string Value)[] settings)
    {
        _settings = settings;
        UseKestrel(0);
        StartServer();
    }

    /// <summary>Opens a connection and sends the beginning of a request.</summary>
    public async Task<TcpClient> ConnectAsync(string text = "")
    {
        var connection = new TcpClient();
        await connection.ConnectAsync("localhost", ClientOptions.BaseAddress.Port, TestContext.Current.CancellationToken);
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>The start of a hook call that claims a length and has sent only a part of it.</summary>
    public static string Unfinished(int claimed, int sent) =>
        $"POST {HookRequests.PatientView} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {claimed}\r\n\r\n{new string(' ', sent)}";

    /// <summary>What the service sends first; empty when it closes the connection.</summary>
    public static async Task<string> ReadAsync(TcpClient connection)
    {
        byte[] buffer = new byte[4096];
        try
        {
            int read = await connection.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken);
            return Encoding.UTF8.GetString(buffer, 0, read);
        }
        catch (IOException)
        {
            return "";
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.ConfigureWebHost(builder);
        foreach ((string key, string value) in _settings) builder.UseSetting(key, value);
    }
}
