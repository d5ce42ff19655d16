using Cds.CdsHooks.Trust;

namespace Cds.CdsHooks.Envelope;

/// <summary>One call of a service: the request and what the answer depends on besides. Disposing of it gives the memory of the request back.</summary>
/// <param name="Service">The service that is called.</param>
/// <param name="Request">The request.</param>
/// <param name="AsOf">The moment asked about.</param>
/// <param name="Language">Language of the cards.</param>
/// <param name="BaseUrl">Address of this service for links, without a trailing slash.</param>
/// <param name="Client">Who calls; null when nobody has to sign in.</param>
/// <param name="Started">Timestamp at which the call came in.</param>
internal sealed record HookCall(ServiceDefinition Service, HookRequest Request, AsOf AsOf, Language Language, string BaseUrl, CallingClient? Client, long Started) : IDisposable
{
    /// <inheritdoc />
    public void Dispose() => Request.Body.Dispose();
}
