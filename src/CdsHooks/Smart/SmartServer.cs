using Microsoft.IdentityModel.Tokens;

namespace Cds.CdsHooks.Smart;

/// <summary>An EHR that the companion may be launched from.</summary>
/// <param name="Issuer">Base URL of its FHIR server as configured, without a slash at the end.</param>
/// <param name="Name">Name for people.</param>
/// <param name="ClientId">What this service is called there.</param>
internal sealed record SmartServer(string Issuer, string Name, string ClientId)
{
    /// <summary>Base URL of its FHIR server.</summary>
    public Uri Base { get; } = new(Issuer);

    /// <summary>Secret, for a client that signs in by one.</summary>
    public string? Secret { get; init; }

    /// <summary>Key, for a client that signs in by signed assertions.</summary>
    public SigningCredentials? Key { get; init; }

    /// <summary>Whether access is asked for that can be renewed.</summary>
    public bool IsRenewable { get; init; }

    /// <summary>Neither secret nor key is part of any text.</summary>
    public override string ToString() => Issuer;

    /// <summary>The server of checked settings.</summary>
    public static SmartServer Of(SmartServerOptions options) => new(options.Issuer.TrimEnd('/'), options.Name ?? new Uri(options.Issuer).Host, options.ClientId)
    {
        Secret = options.ClientSecret,
        Key = options.KeyFile is { } file ? ClientKeyFile.Read(file) : null,
        IsRenewable = options.Renewable,
    };
}
