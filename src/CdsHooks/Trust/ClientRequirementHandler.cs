using Cds.CdsHooks.Telemetry;
using Microsoft.AspNetCore.Authorization;

namespace Cds.CdsHooks.Trust;

/// <summary>Decides whether the client of a call may go on; everybody may where nobody has to sign in.</summary>
internal sealed class ClientRequirementHandler(TrustMode mode, ClientRegistry clients, ILogger<ClientRequirementHandler> logger) : AuthorizationHandler<ClientRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ClientRequirement requirement)
    {
        if (!mode.IsRequired)
        {
            context.Succeed(requirement);
        }
        else if (context.Resource is HttpContext call && CallingClient.Of(call) is { } client)
        {
            if (clients.Find(client.Issuer) is { } known && known.MayCall(requirement.Service)) context.Succeed(requirement);
            else logger.ServiceNotAllowed(client.Name, requirement.Service ?? "");
        }

        return Task.CompletedTask;
    }
}
