using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Store;

namespace Cds.CdsHooks.Tests.Trust;

/// <summary>Section 9.1 of the checklist: TLS by configuration, on the real server.</summary>
public sealed class TransportTests
{
    [Fact]
    public async Task K1_TLS_comes_from_configuration_and_is_1_2_or_newer()
    {
        using var folder = new TemporaryFolder();
        string certificate = Path.Combine(folder.Path, "server.pfx");
        using X509Certificate2 own = SelfSigned();
        await File.WriteAllBytesAsync(certificate, own.Export(X509ContentType.Pfx, "test"), TestContext.Current.CancellationToken);
        await using ServiceProcess service = await ServiceProcess.StartAsync(
            "Development",
            ("Cds:Store:Folder", folder.Path),
            ("Kestrel:Endpoints:Https:Url", "https://127.0.0.1:0"),
            ("Kestrel:Endpoints:Https:Certificate:Path", certificate),
            ("Kestrel:Endpoints:Https:Certificate:Password", "test"));
        Assert.Equal("https", service.Client.BaseAddress!.Scheme);
        Assert.Equal(SslProtocols.Tls12, await HandshakeAsync(service.Client.BaseAddress, own, SslProtocols.Tls12));
        Assert.Equal(SslProtocols.Tls13, await HandshakeAsync(service.Client.BaseAddress, own, SslProtocols.Tls13));
#pragma warning disable SYSLIB0039, CA5397 // The old protocol is offered to see that it is refused.
        await Assert.ThrowsAnyAsync<Exception>(() => HandshakeAsync(service.Client.BaseAddress, own, SslProtocols.Tls11));
#pragma warning restore SYSLIB0039, CA5397
    }

    private static async Task<SslProtocols> HandshakeAsync(Uri address, X509Certificate2 expected, SslProtocols protocol)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port);
        await using var stream = new SslStream(connection.GetStream(), false, (_, shown, _, _) => shown?.GetCertHashString() == expected.GetCertHashString());
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = address.Host, EnabledSslProtocols = protocol });
        return stream.SslProtocol;
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(TestService.Now.AddYears(-5), TestService.Now.AddYears(50));
    }
}
