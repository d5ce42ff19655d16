namespace Cds.CdsHooks.Smart;

/// <summary>The EHRs of the configuration.</summary>
internal sealed class SmartServers(IOptions<CdsOptions> options)
{
    /// <summary>All of them, in the order of the configuration.</summary>
    public IReadOnlyList<SmartServer> All { get; } = [.. options.Value.Smart.Servers.Select(SmartServer.Of)];

    /// <summary>The one whose launches name this <c>iss</c>, compared exactly but for a slash at the end; null for any other.</summary>
    public SmartServer? Find(string issuer) => All.FirstOrDefault(server => server.Issuer == issuer.TrimEnd('/'));
}
