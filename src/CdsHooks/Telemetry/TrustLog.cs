using Cds.CdsHooks.FhirAccess;
using Cds.CdsHooks.Trust;

namespace Cds.CdsHooks.Telemetry;

/// <summary>Log lines of sign-in and FHIR access: reasons, hosts, counts; no token, no address with a patient in it.</summary>
internal static partial class TrustLog
{
    [LoggerMessage(20, LogLevel.Warning, "Authentication is off ({Environment}): anybody who reaches this service may call it. Not for real patients")]
    public static partial void AuthenticationIsOff(this ILogger logger, string environment);

    [LoggerMessage(21, LogLevel.Warning, "Token refused at {Endpoint}: {Reason} (issuer {Issuer})")]
    public static partial void TokenRefused(this ILogger logger, TokenFault reason, string issuer, string endpoint);

    [LoggerMessage(22, LogLevel.Warning, "Client {Client} may not call {Service}")]
    public static partial void ServiceNotAllowed(this ILogger logger, string client, string service);

    [LoggerMessage(23, LogLevel.Information, "Key set of {Issuer} read: {Keys} keys")]
    public static partial void KeySetRead(this ILogger logger, string issuer, int keys);

    [LoggerMessage(24, LogLevel.Warning, "Key set of {Issuer} cannot be read")]
    public static partial void KeySetFailed(this ILogger logger, string issuer);

    [LoggerMessage(30, LogLevel.Warning, "Hook {HookInstance}: the FHIR server {Host} is not used: {Reason}")]
    public static partial void FhirAccessRefused(this ILogger logger, Guid hookInstance, ReadFault reason, string host);

    [LoggerMessage(31, LogLevel.Warning, "Hook {HookInstance}: prefetch key {Key} cannot be read from {Host}: {Reason}")]
    public static partial void FhirQueryFailed(this ILogger logger, string key, Guid hookInstance, string host, ReadFault reason);
}
