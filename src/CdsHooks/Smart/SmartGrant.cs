using Cds.CdsHooks.Envelope;
using Duende.IdentityModel.Client;

namespace Cds.CdsHooks.Smart;

/// <summary>What an EHR granted at the end of a launch. It stays in the memory of this instance with the session, and no text form of this type shows it.</summary>
internal sealed class SmartGrant
{
    /// <summary>Life of a token whose answer names none.</summary>
    private static readonly TimeSpan UnnamedLife = TimeSpan.FromMinutes(5);

    private readonly string _accessToken;
    private readonly string _scope;

    private SmartGrant(string accessToken, string scope, string patientId, DateTimeOffset expires)
    {
        _accessToken = accessToken;
        _scope = scope;
        PatientId = patientId;
        Expires = expires;
    }

    /// <summary>Logical id of the patient.</summary>
    public string PatientId { get; }

    /// <summary>When the access ends.</summary>
    public DateTimeOffset Expires { get; }

    /// <summary>Renews the access; null when it cannot be renewed.</summary>
    public string? RefreshToken { get; private init; }

    /// <summary>What the card that the launch came from had put along (CDS Hooks, <c>appContext</c> of a link); null without one.</summary>
    public string? AppContext { get; private init; }

    /// <summary>The grant of a token endpoint's answer.</summary>
    /// <param name="response">The answer; a success.</param>
    /// <param name="asked">Scopes that were asked for: an answer without <c>scope</c> grants them.</param>
    /// <param name="now">The present.</param>
    public static Outcome<SmartGrant> Of(TokenResponse response, string asked, DateTimeOffset now) =>
        response.TryGet("patient") is { } patient && HookContext.IsPatientId(patient)
            ? Of(response, asked, patient, null, now)
            : new RequestProblem(ProblemKind.MissingPatientData, SmartPhrases.NoPatient);

    /// <summary>The grant after it was renewed; what the answer leaves out stays as it was.</summary>
    public Outcome<SmartGrant> Renewed(TokenResponse response, DateTimeOffset now) => Of(response, _scope, PatientId, RefreshToken, now);

    /// <summary>The grant as reading FHIR takes it.</summary>
    public FhirAuthorization ForFhir(DateTimeOffset now) => new(_accessToken, Expires - now, SmartScopes.Parse(_scope), PatientId);

    /// <inheritdoc />
    public override string ToString() => nameof(SmartGrant);

    private static Outcome<SmartGrant> Of(TokenResponse response, string asked, string patientId, string? refreshToken, DateTimeOffset now)
    {
        if (response.AccessToken is not { Length: > 0 } token || !FhirAuthorization.IsHeaderSafe(token)) return new RequestProblem(ProblemKind.EhrUnavailable, SmartPhrases.EhrUnavailable);
        if (!"Bearer".Equals(response.TokenType, StringComparison.OrdinalIgnoreCase)) return new RequestProblem(ProblemKind.EhrUnavailable, SmartPhrases.EhrUnavailable);
        return new SmartGrant(token, response.Scope ?? asked, patientId, now + (response.ExpiresIn > 0 ? TimeSpan.FromSeconds(response.ExpiresIn) : UnnamedLife))
        {
            RefreshToken = response.RefreshToken ?? refreshToken,
            AppContext = response.TryGet("appContext"),
        };
    }
}
