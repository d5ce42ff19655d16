namespace Cds.CdsHooks.FhirAccess;

/// <summary>Why data could not be read from a FHIR server. Logged and counted; users read only that the data are unknown.</summary>
internal enum ReadFault
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>The request names no server, or no authorization that can be used.</summary>
    NoAccessGiven,

    /// <summary>The server is not one that configuration lets this client name.</summary>
    ServerNotAllowed,

    /// <summary>The token is restricted to another patient than the one asked about.</summary>
    OtherPatient,

    /// <summary>The scopes do not cover the resource type.</summary>
    OutOfScope,

    /// <summary>The context lacks a value that the query needs.</summary>
    ContextIncomplete,

    /// <summary>The time for the whole call was used up.</summary>
    OutOfTime,

    /// <summary>The server did not answer in time, attempt after attempt.</summary>
    TimedOut,

    /// <summary>No connection, or one that broke.</summary>
    Unreachable,

    /// <summary>The host resolves to an address that may not be connected to.</summary>
    AddressRefused,

    /// <summary>The server failed often lately and is left alone.</summary>
    LeftAlone,

    /// <summary>The server wants fewer requests, and longer than there is time to wait.</summary>
    Busy,

    /// <summary>401 or 403.</summary>
    Forbidden,

    /// <summary>404 or 410.</summary>
    NotFound,

    /// <summary>A redirect; none is followed.</summary>
    Redirected,

    /// <summary>Another status than success.</summary>
    Failed,

    /// <summary>The body is not JSON, or not whole.</summary>
    NotJson,

    /// <summary>The body is JSON but not the resource asked for.</summary>
    NotTheResource,

    /// <summary>The body is larger than allowed.</summary>
    TooLarge,

    /// <summary>The result has more pages than are read.</summary>
    TooManyPages,

    /// <summary>The next page lies on another host or outside the base of the server.</summary>
    ForeignPage,
}
