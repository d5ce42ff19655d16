using Cds.CdsHooks.Store;

namespace Cds.CdsHooks.Telemetry;

/// <summary>Log lines of the store: counts, places, kinds of trouble; no record, no comment.</summary>
internal static partial class StoreLog
{
    [LoggerMessage(60, LogLevel.Information, "Feedback and audit records: {Store}")]
    public static partial void StoreOpened(this ILogger logger, string store);

    [LoggerMessage(61, LogLevel.Error, "The store of records cannot be used")]
    public static partial void StoreFailed(this ILogger logger, Exception exception);

    [LoggerMessage(62, LogLevel.Error, "{Audits} audit records, which are tried again, and {Feedback} feedback requests, which were refused, could not be written: {Fault}")]
    public static partial void RecordsNotWritten(this ILogger logger, int audits, int feedback, StoreFault fault, Exception exception);

    [LoggerMessage(63, LogLevel.Error, "{Records} audit records are lost: the store did not take them and no more can be held")]
    public static partial void AuditLost(this ILogger logger, int records);

    [LoggerMessage(64, LogLevel.Information, "Feedback on {Service}: {Entries} entries stored")]
    public static partial void FeedbackStored(this ILogger logger, string service, int entries);

    [LoggerMessage(65, LogLevel.Error, "Feedback on {Service} could not be stored")]
    public static partial void FeedbackNotStored(this ILogger logger, string service, Exception exception);

    [LoggerMessage(66, LogLevel.Information, "Tables of the store brought to {Migration}")]
    public static partial void StoreMigrated(this ILogger logger, string migration);

    [LoggerMessage(67, LogLevel.Information, "{Path}: the journal is taken in; the file stays as it is")]
    public static partial void JournalImportStarted(this ILogger logger, string path);

    [LoggerMessage(68, LogLevel.Information, "{Path}: {Lines} lines taken in")]
    public static partial void JournalImported(this ILogger logger, string path, long lines);

    [LoggerMessage(69, LogLevel.Warning, "{Path}: {Lines} lines cannot be read (torn by a crash, or of a later version); they are kept as text in cds_journal_rest")]
    public static partial void JournalLinesUnreadable(this ILogger logger, string path, long lines);

    [LoggerMessage(70, LogLevel.Information, "{Records} audit records were older than Cds:Store:AuditRetention and are removed")]
    public static partial void AuditRemoved(this ILogger logger, int records);

    [LoggerMessage(71, LogLevel.Error, "What is no longer kept cannot be removed: {Fault}")]
    public static partial void RetentionFailed(this ILogger logger, StoreFault fault, Exception exception);
}
