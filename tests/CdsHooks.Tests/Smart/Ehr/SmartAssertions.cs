using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Cds.CdsHooks.Tests.Smart.Ehr;

/// <summary>
/// Assertions as SMART App Launch 2.2 has them: of type <c>JWT</c>, for the address of the token endpoint. OpenIddict follows a later draft of OAuth in both; signature, key, life,
/// issuer and subject stay its business.
/// </summary>
internal static class SmartAssertions
{
    private const string DraftType = "client-authentication+jwt";

    public static void Accept(OpenIddictServerBuilder server)
    {
        server.AddEventHandler<ValidateTokenContext>(handler => handler.UseInlineHandler(context =>
        {
            if (!context.ValidTokenTypes.Contains(OpenIddictConstants.TokenTypeIdentifiers.Private.ClientAssertion)) return default;
            context.TokenValidationParameters.TypeValidator = (type, _, _) => type == "JWT" ? DraftType : throw new SecurityTokenInvalidTypeException($"{type} is no type of SMART.");
            context.ValidAudiences.Clear();
            context.ValidAudiences.Add(context.RequestUri!.AbsoluteUri);
            return default;
        }).SetOrder(OpenIddictServerHandlers.Protection.ResolveTokenValidationParameters.Descriptor.Order + 1));
    }
}
