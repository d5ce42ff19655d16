namespace Cds.CdsHooks.Health;

/// <summary>Answer of a probe.</summary>
public sealed record WireHealth
{
    /// <summary><c>live</c>, <c>ready</c> or <c>not-ready</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Version of the knowledge base, when ready.</summary>
    public string? KnowledgeBase { get; init; }

    /// <summary>What does not work when not ready: <c>knowledge</c>, <c>store</c>.</summary>
    public IEnumerable<string>? Faults { get; init; }

    /// <summary>
    /// Why the store cannot be used: <c>full</c>, <c>missing</c> (file or tables are gone), <c>read-only</c>, <c>locked</c>, <c>unreachable</c>, or
    /// <c>failed</c>, of which the log says more; absent while it works.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary><c>overlay-rejected</c> while changed overlay files have defects and the knowledge read before stays in use; otherwise absent.</summary>
    public string? Degraded { get; init; }

    /// <summary>How many defects the rejected overlay has; the log lists them.</summary>
    public int? OverlayDefects { get; init; }
}
