namespace Cds.CdsHooks.Configuration;

/// <summary>Settings of SMART launches of the companion, section <c>Cds:Smart</c>.</summary>
public sealed class SmartOptions
{
    /// <summary>EHRs that the companion may be launched from; nothing is fetched from any other. Default none.</summary>
    public IList<SmartServerOptions> Servers { get; } = [];

    /// <summary>
    /// Origins (<c>https://ehr.example.org</c>) that may show <c>/app</c> and <c>/launch</c> in a frame. Cookies are then sent within that frame, and over TLS only. Default: nobody.
    /// </summary>
    public IList<string> FrameAncestors { get; } = [];
}

/// <summary>One EHR: section <c>Cds:Smart:Servers:n</c>.</summary>
public sealed class SmartServerOptions
{
    /// <summary>Base URL of its FHIR server, the <c>iss</c> of its launches. https, unless <c>Cds:FhirAccess:AllowHttp</c> is set. Required, each once.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>Name that people read where they choose an EHR. Default: the host.</summary>
    public string? Name { get; set; }

    /// <summary>The <c>client_id</c> that this service was registered with. Required.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Secret of a confidential client that signs in by it. Default none: a public client, or one with <c>KeyFile</c>.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>File with the private key (one JWK: EC P-384 or RSA, with <c>kid</c>) of a client that signs in by a signed assertion. Default none.</summary>
    public string? KeyFile { get; set; }

    /// <summary>Whether access is asked for that can be renewed while the user is at it (<c>online_access</c>). Default false.</summary>
    public bool Renewable { get; set; }
}
