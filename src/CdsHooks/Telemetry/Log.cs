namespace Cds.CdsHooks.Telemetry;

/// <summary>Everything the service logs. Ids, counts and timings only: never patient data, never a body.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Failure {IncidentId} while answering {Method} {Route}")]
    public static partial void UnhandledException(this ILogger logger, string incidentId, string method, string route, Exception exception);

    [LoggerMessage(2, LogLevel.Information, "Hook {Hook} {HookInstance}: {Cards} cards, {Notes} notes, {Milliseconds} ms")]
    public static partial void HookAnswered(this ILogger logger, string hook, Guid hookInstance, int cards, int notes, double milliseconds);

    [LoggerMessage(3, LogLevel.Information, "Hook {Hook} {HookInstance}: refused as {Problem} at {Path}")]
    public static partial void HookRefused(this ILogger logger, string hook, Guid hookInstance, string problem, string path);

    [LoggerMessage(4, LogLevel.Information, "Assessment: {Conclusions} conclusions, {Recommendations} recommendations, {Notes} notes, {Milliseconds} ms")]
    public static partial void Assessed(this ILogger logger, int conclusions, int recommendations, int notes, double milliseconds);

    [LoggerMessage(5, LogLevel.Information, "Knowledge base {Version}: {Conclusions} conclusions, {Recommendations} recommendations, {Regimens} regimens")]
    public static partial void KnowledgeRead(this ILogger logger, string version, int conclusions, int recommendations, int regimens);

    [LoggerMessage(6, LogLevel.Information, "Hook {HookInstance}: {Count} prefetch keys are not complete ({Keys}); what depends on them stays unknown")]
    public static partial void PrefetchIncomplete(this ILogger logger, Guid hookInstance, int count, string keys);

    [LoggerMessage(7, LogLevel.Information, "Hook {HookInstance}: prefetch keys that are not published were sent and not read ({Keys})")]
    public static partial void PrefetchUnknown(this ILogger logger, Guid hookInstance, string keys);

    [LoggerMessage(40, LogLevel.Information, "Knowledge reloaded: version {Version} with {Adaptations} local changes and {Codes} local codes")]
    public static partial void KnowledgeReloaded(this ILogger logger, string version, int adaptations, int codes);

    [LoggerMessage(41, LogLevel.Error, "Overlay defect: {Defect}")]
    public static partial void KnowledgeDefect(this ILogger logger, string defect);

    [LoggerMessage(42, LogLevel.Error, "Overlay with {Defects} defects rejected; version {Version} stays in use")]
    public static partial void KnowledgeRejected(this ILogger logger, int defects, string version);

    [LoggerMessage(46, LogLevel.Debug, "The client hung up before it could be told {Problem}")]
    public static partial void ClientGone(this ILogger logger, string problem);

    [LoggerMessage(47, LogLevel.Warning, "No answer could be made of the first sample patient")]
    public static partial void FirstAnswerFailed(this ILogger logger, Exception exception);
}
