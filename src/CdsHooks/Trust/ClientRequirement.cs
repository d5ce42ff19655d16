using Microsoft.AspNetCore.Authorization;

namespace Cds.CdsHooks.Trust;

/// <summary>The policy of an endpoint that only clients with a token may call, when callers have to sign in.</summary>
/// <param name="Service">Id of the CDS service that it belongs to; null when to none.</param>
internal sealed record ClientRequirement(string? Service) : IAuthorizationRequirement;

/// <summary>Puts the policy on endpoints.</summary>
internal static class ClientPolicy
{
    /// <summary>Lets only clients call that may call the service; null for what belongs to no service.</summary>
    public static TBuilder RequireClient<TBuilder>(this TBuilder endpoint, string? service = null)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(new AuthorizationPolicy([new ClientRequirement(service)], [BearerTokenHandler.Name]));
}
