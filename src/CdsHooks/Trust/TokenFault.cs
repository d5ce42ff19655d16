namespace Cds.CdsHooks.Trust;

/// <summary>Why a token was refused: for the log and the metrics, never for the answer.</summary>
internal enum TokenFault
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>No Authorization header, or another scheme than Bearer.</summary>
    NoToken,

    /// <summary>Not three parts of base64url with JSON objects, or too long.</summary>
    Malformed,

    /// <summary>A <c>crit</c> extension that has to be understood.</summary>
    CriticalExtension,

    /// <summary><c>alg</c> is absent, <c>none</c>, symmetric, or not accepted of this client.</summary>
    Algorithm,

    /// <summary><c>typ</c> is not <c>JWT</c>.</summary>
    Type,

    /// <summary><c>iss</c> is absent or not configured.</summary>
    Issuer,

    /// <summary><c>jku</c> is not the registered address.</summary>
    KeySetAddress,

    /// <summary><c>kid</c> is absent, or no key of the client has it and fits the algorithm.</summary>
    Key,

    /// <summary>The signature is not the key's.</summary>
    Signature,

    /// <summary><c>aud</c> does not name the address called.</summary>
    Audience,

    /// <summary><c>exp</c>, <c>iat</c> or <c>nbf</c> is absent, unreadable or not now.</summary>
    Time,

    /// <summary><c>exp</c> is too long after <c>iat</c>.</summary>
    Lifetime,

    /// <summary><c>tenant</c> is not one of the client's.</summary>
    Tenant,

    /// <summary><c>jti</c> is absent, or was used before.</summary>
    Replay,
}
