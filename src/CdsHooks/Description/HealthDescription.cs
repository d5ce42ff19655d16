namespace Cds.CdsHooks.Description;

/// <summary>Answer of a probe.</summary>
public sealed record HealthDescription
{
    /// <summary><c>live</c> or <c>ready</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Version of the knowledge base, when ready.</summary>
    public string? KnowledgeBase { get; init; }
}
