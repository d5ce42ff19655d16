using Cds.CdsHooks.FhirAccess;
using Cds.CdsHooks.Trust;

namespace Cds.CdsHooks.Telemetry;

/// <summary>Log lines of sign-in, FHIR access and the store: reasons, hosts, counts; no token, no address with a patient in it, no comment.</summary>
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

    [LoggerMessage(40, LogLevel.Information, "Feedback and audit records: {Store}")]
    public static partial void StoreOpened(this ILogger logger, string store);

    [LoggerMessage(41, LogLevel.Error, "The store of records cannot be used")]
    public static partial void StoreFailed(this ILogger logger, Exception exception);

    [LoggerMessage(42, LogLevel.Error, "{Records} records could not be written to the journal")]
    public static partial void JournalFailed(this ILogger logger, int records, Exception exception);

    [LoggerMessage(43, LogLevel.Warning, "{Path}: {Lines} lines cannot be read (torn by a crash, or of a later version); they are left as they are")]
    public static partial void JournalLinesUnreadable(this ILogger logger, string path, int lines);

    [LoggerMessage(44, LogLevel.Information, "Feedback on {Service}: {Entries} entries stored")]
    public static partial void FeedbackStored(this ILogger logger, string service, int entries);

    [LoggerMessage(45, LogLevel.Error, "Feedback on {Service} could not be stored")]
    public static partial void FeedbackNotStored(this ILogger logger, string service, Exception exception);
}
