using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Cds.CdsHooks.Tests.Smart.Ehr;

/// <summary>
/// Client assertions as SMART App Launch 2.2 has them: of the type <c>JWT</c>, for the address of the token endpoint. OpenIddict follows a later draft of OAuth, which
/// wants another type and the issuer; signature, client, expiry and the use of the code stay its own checks.
/// </summary>
internal static class SmartAssertions
{
    private const string TypeOfSmart = "JWT", TypeOfDraft = "client-authentication+jwt";

    public static OpenIddictServerBuilder AcceptSmartAssertions(this OpenIddictServerBuilder server) => server
        .AddEventHandler<OpenIddictServerEvents.ValidateTokenContext>(handler => handler
            .UseInlineHandler(Expect)
            .SetOrder(OpenIddictServerHandlers.Protection.ResolveTokenValidationParameters.Descriptor.Order + 1));

    private static ValueTask Expect(OpenIddictServerEvents.ValidateTokenContext context)
    {
        if (!context.ValidTokenTypes.Contains(TokenTypeIdentifiers.Private.ClientAssertion)) return ValueTask.CompletedTask;
        context.TokenValidationParameters.TypeValidator = (type, _, _) => type == TypeOfSmart ? TypeOfDraft : throw new SecurityTokenInvalidTypeException();
        context.ValidAudiences.Clear();
        context.ValidAudiences.Add(new Uri(context.BaseUri!, EhrAuthorization.TokenEndpoint).AbsoluteUri);
        return ValueTask.CompletedTask;
    }
}
