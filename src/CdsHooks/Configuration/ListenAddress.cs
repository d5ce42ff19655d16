using System.Net;

namespace Cds.CdsHooks.Configuration;

/// <summary>Where the service listens: <c>Cds:Url</c>, else what ASP.NET Core is configured with, else the default.</summary>
internal static class ListenAddress
{
    private const string OwnKey = $"{CdsOptions.Section}:{nameof(CdsOptions.Url)}", HostKey = "urls";

    private static readonly string[] AnyHost = ["*", "+"];

    /// <summary>Applies the choice.</summary>
    public static void Choose(WebApplicationBuilder builder)
    {
        IConfiguration configuration = builder.Configuration;
        if (configuration[OwnKey] is { Length: > 0 } url) builder.WebHost.UseUrls(url);
        else if (!IsConfiguredElsewhere(configuration)) builder.WebHost.UseUrls(CdsOptions.DefaultUrl);
    }

    /// <summary>The addresses of a configuration, as people read them.</summary>
    public static string Of(IConfiguration configuration) => configuration[OwnKey] is { Length: > 0 } own ? own
        : !IsConfiguredElsewhere(configuration) ? CdsOptions.DefaultUrl
        : configuration[HostKey] is { Length: > 0 } urls ? urls
        : "the address of Kestrel:Endpoints, http_ports or https_ports";

    /// <summary>What is wrong with the configured addresses.</summary>
    public static IEnumerable<string> Faults(IConfiguration configuration)
    {
        string key = configuration[OwnKey] is { Length: > 0 } ? OwnKey : HostKey;
        foreach (string address in (configuration[key] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Fault(address) is { } fault) yield return $"{key} is '{address}'; {fault} ({CdsOptions.DefaultUrl}, http://0.0.0.0:8080).";
        }
    }

    private static string? Fault(string text)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(text);
        }
        catch (FormatException)
        {
            return "an absolute http or https URL is needed";
        }

        if (address.Scheme.ToUpperInvariant() is not ("HTTP" or "HTTPS")) return "an absolute http or https URL is needed";
        if (address.PathBase.Length > 0) return "a path is no part of it (Cds:PublicBaseUrl has one)";
        if (address.Port is < 0 or > IPEndPoint.MaxPort) return $"a port is 0 to {IPEndPoint.MaxPort}";
        // The server takes any other name for all addresses of the machine, so that a slip of the pen would open it to everybody.
        return IsLocal(address.Host) ? null : "the host has to be localhost, an IP address of this machine, or * for all of them";
    }

    private static bool IsLocal(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || AnyHost.Contains(host) || IPAddress.TryParse(host.Trim('[', ']'), out _);

    private static bool IsConfiguredElsewhere(IConfiguration configuration) =>
        configuration[HostKey] is { Length: > 0 }
        || configuration["http_ports"] is { Length: > 0 }
        || configuration["https_ports"] is { Length: > 0 }
        || configuration.GetSection("Kestrel:Endpoints").Exists();
}
