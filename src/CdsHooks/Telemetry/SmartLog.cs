namespace Cds.CdsHooks.Telemetry;

/// <summary>Log lines of SMART launches: hosts and codes; no token, no code, no patient.</summary>
internal static partial class SmartLog
{
    [LoggerMessage(80, LogLevel.Warning, "The SMART configuration of {Host} cannot be read")]
    public static partial void SmartConfigurationFailed(this ILogger logger, string host);

    [LoggerMessage(81, LogLevel.Warning, "{Host} did not give access to a launch: {Error}")]
    public static partial void SmartAccessRefused(this ILogger logger, string host, string error);

    [LoggerMessage(82, LogLevel.Warning, "The token endpoint of {Host} cannot be used: {Reason}")]
    public static partial void SmartAccessFailed(this ILogger logger, string host, string reason);

    [LoggerMessage(83, LogLevel.Information, "Launch {Launch} from {Host}: patient read, {Incomplete} parts not complete")]
    public static partial void PatientLaunched(this ILogger logger, Guid launch, string host, int incomplete);

    [LoggerMessage(84, LogLevel.Warning, "Launch {Launch} from {Host}: patient not read ({Problem})")]
    public static partial void LaunchWithoutPatient(this ILogger logger, Guid launch, string host, string problem);
}
