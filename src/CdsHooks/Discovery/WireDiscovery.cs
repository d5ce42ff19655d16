namespace Cds.CdsHooks.Discovery;

/// <summary>The services, as <c>GET /cds-services</c> lists them.</summary>
/// <param name="Services">One entry a service.</param>
public sealed record WireDiscovery(IEnumerable<WireService> Services);
