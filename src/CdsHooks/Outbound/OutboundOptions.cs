namespace Cds.CdsHooks.Outbound;

/// <summary>Settings of every connection that the service opens to addresses named by clients, section <c>Cds:Outbound</c>.</summary>
public sealed class OutboundOptions
{
    /// <summary>
    /// Networks in CIDR form (<c>10.20.0.0/16</c>, <c>fd00::/8</c>, <c>127.0.0.0/8</c>) that may be reached although they are private,
    /// link-local, loopback or otherwise special. Default none. The address is checked after name resolution, at the moment of connecting.
    /// </summary>
    public IList<string> AllowedNetworks { get; } = [];
}
