using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Cds.CdsHooks.Tests.Smart.Ehr;

/// <summary>How the service is registered with an EHR.</summary>
/// <param name="Redirect">The one address that codes are sent to.</param>
internal sealed record EhrClient(string Redirect)
{
    public const string Id = "myeloma-cds";

    private static readonly string[] Types =
    [
        "Patient", "Condition", "Observation", "DiagnosticReport", "MedicationRequest", "MedicationStatement", "MedicationAdministration", "MedicationDispense", "Procedure",
        "AllergyIntolerance", "ServiceRequest", "QuestionnaireResponse", "Medication",
    ];

    /// <summary>All scopes that an EHR may grant it; a request for any other is refused.</summary>
    public static IReadOnlyList<string> Scopes { get; } =
        ["launch", "launch/patient", "online_access", .. Types.Select(type => $"patient/{type}.rs"), .. Types.Select(type => $"patient/{type}.read")];

    /// <summary>Secret of a confidential client.</summary>
    public string? Secret { get; init; }

    /// <summary>Public key of a client that signs in by assertions.</summary>
    public JsonWebKey? Key { get; init; }

    public OpenIddictApplicationDescriptor Descriptor()
    {
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = Id,
            ClientType = Secret is null && Key is null ? ClientTypes.Public : ClientTypes.Confidential,
            ClientSecret = Secret,
            ConsentType = ConsentTypes.Implicit,
            RedirectUris = { new Uri(Redirect) },
            Permissions = { Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
        };
        if (Key is not null) descriptor.JsonWebKeySet = new JsonWebKeySet { Keys = { Key } };
        foreach (string scope in Scopes) descriptor.Permissions.Add(Permissions.Prefixes.Scope + scope);
        return descriptor;
    }
}
