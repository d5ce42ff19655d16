namespace Cds.CdsHooks.Envelope;

/// <summary>
/// What a client lets this service read on its FHIR server during one call. The token lives as long as the request, and no text form of this
/// type shows it.
/// </summary>
internal sealed class FhirAuthorization(string accessToken, TimeSpan expiresIn, SmartScopes scopes, string? patientId)
{
    /// <summary>The bearer token; for the Authorization header and nothing else.</summary>
    public string AccessToken { get; } = accessToken;

    /// <summary>How long it is valid, as the client says.</summary>
    public TimeSpan ExpiresIn { get; } = expiresIn;

    /// <summary>What may be read.</summary>
    public SmartScopes Scopes { get; } = scopes;

    /// <summary>The patient that the token is restricted to; null when it names none.</summary>
    public string? PatientId { get; } = patientId;

    /// <summary>Whether a token can stand in a header: a line break in it would end the header and begin another.</summary>
    public static bool IsHeaderSafe(string token) => token.All(character => character is > ' ' and < '\x7f');

    /// <inheritdoc />
    public override string ToString() => "FhirAuthorization";
}
