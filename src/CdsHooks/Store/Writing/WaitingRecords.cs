namespace Cds.CdsHooks.Store.Writing;

/// <summary>Something that waits to be written: an audit record, or feedback whose sender waits for it.</summary>
/// <param name="Audit">An audit record; null for feedback and for a check.</param>
/// <param name="Feedback">Feedback; empty for a check.</param>
/// <param name="Written">Whoever waits; null for audit records.</param>
internal sealed record WaitingRecords(AuditRecord? Audit, IReadOnlyList<FeedbackRecord> Feedback, TaskCompletionSource? Written)
{
    /// <summary>Wakes the writer, nothing more.</summary>
    public static WaitingRecords Nothing { get; } = new(null, [], null);

    /// <summary>An audit record.</summary>
    public static WaitingRecords Of(AuditRecord audit) => new(audit, [], null);

    /// <summary>Feedback, or with none of it a check, with its sender.</summary>
    public static WaitingRecords Of(IReadOnlyList<FeedbackRecord> feedback) =>
        new(null, feedback, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
