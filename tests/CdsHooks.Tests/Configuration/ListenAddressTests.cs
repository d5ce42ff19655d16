using Cds.CdsHooks.Configuration;
using Microsoft.Extensions.Configuration;

namespace Cds.CdsHooks.Tests.Configuration;

/// <summary>Which addresses to listen on are taken: a host that is none of this machine would open the service to everybody.</summary>
public sealed class ListenAddressTests
{
    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://[::1]:65535")]
    [InlineData("https://*:8443")]
    [InlineData("http://+:8080")]
    [InlineData("http://0.0.0.0:8080;http://[::]:8080")]
    public void Addresses_of_this_machine_are_taken(string url)
    {
        Assert.Empty(Faults("Cds:Url", url));
        Assert.Empty(Faults("urls", url));
    }

    [Theory]
    [InlineData("http://256.1.1.1:80", "the host has to be localhost")]
    [InlineData("http://cds.example.org:80", "the host has to be localhost")]
    [InlineData("http://127.0.0.1:65536", "a port is 0 to 65535")]
    [InlineData("http://127.0.0.1:5080/cds", "a path is no part of it")]
    [InlineData("ftp://127.0.0.1:5080", "an absolute http or https URL is needed")]
    [InlineData("127.0.0.1:5080", "an absolute http or https URL is needed")]
    [InlineData("http://0.0.0.0:8080;http://nowhere:8080", "the host has to be localhost")]
    public void Others_are_named_with_the_reason(string url, string reason)
    {
        foreach (string key in new[] { "Cds:Url", "urls" }) Assert.Contains($"'; {reason}", Assert.Single(Faults(key, url)), StringComparison.Ordinal);
    }

    [Fact]
    public void Our_own_key_wins() => Assert.Empty(ListenAddress.Faults(Configuration(("Cds:Url", "http://localhost:5080"), ("urls", "http://nowhere:80"))));

    private static IEnumerable<string> Faults(string key, string url) => ListenAddress.Faults(Configuration((key, url)));

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
}
