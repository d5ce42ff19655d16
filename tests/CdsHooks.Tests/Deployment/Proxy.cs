using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Samples;

namespace Cds.CdsHooks.Tests.Deployment;

/// <summary>nginx with the configuration of <c>deploy/nginx.conf</c>: only the addresses and the folder of temporary files are those of the test, and TLS is left out.</summary>
internal sealed class Proxy : IDisposable
{
    private readonly Process _process;
    private readonly TemporaryFolder _folder;

    private Proxy(Process process, TemporaryFolder folder, string url)
    {
        _process = process;
        _folder = folder;
        Url = url;
    }

    /// <summary>Its address.</summary>
    public string Url { get; }

    public static async Task<Proxy> StartAsync(params Uri[] instances)
    {
        string? program = new[] { "/usr/sbin/nginx", "/usr/bin/nginx" }.FirstOrDefault(File.Exists);
        Assert.True(program is not null || Environment.GetEnvironmentVariable("CDS_TESTS_COMPLETE") is null, "tests/prepare/nginx.sh has not been run.");
        Assert.SkipWhen(program is null, "nginx is not installed (tests/prepare/nginx.sh).");
        var folder = new TemporaryFolder();
        int port = LastingPort.Next();
        IEnumerable<string> lines = (await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "deploy", "nginx.conf")))
            .Where(line => !line.Contains("ssl_", StringComparison.Ordinal))
            .Select(line => line.Replace("listen 8443 ssl;", $"listen 127.0.0.1:{port};", StringComparison.Ordinal).Replace("/tmp/", folder.Path + "/", StringComparison.Ordinal)
                .Replace("/dev/stdout", Path.Combine(folder.Path, "access.log"), StringComparison.Ordinal));
        string text = string.Join('\n', lines);
        for (int i = 0; i < instances.Length; i++) text = text.Replace($"cds-{i + 1}:8080", instances[i].Authority, StringComparison.Ordinal);
        // Its workers would be another user, who may not enter the folder.
        if (Environment.IsPrivilegedProcess) text = "user root;\n" + text;
        string file = Path.Combine(folder.Path, "nginx.conf");
        await File.WriteAllTextAsync(file, text);
        Process process = Process.Start(new ProcessStartInfo(program!, ["-c", file, "-p", folder.Path, "-e", "stderr", "-g", "daemon off;"]))!;
        var proxy = new Proxy(process, folder, $"http://127.0.0.1:{port}");
        await proxy.ListensAsync(port);
        return proxy;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _folder.Dispose();
    }

    private async Task ListensAsync(int port)
    {
        for (int waited = 0; waited < 1_200; waited++)
        {
            Assert.False(_process.HasExited, "nginx ended: its configuration is wrong");
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }

        Assert.Fail("nginx does not listen");
    }
}
