namespace Cds.CdsHooks.Feedback;

/// <summary>What a clinician did with a card.</summary>
public sealed record WireFeedbackEntry
{
    /// <summary>The card's <c>uuid</c>.</summary>
    public required string Card { get; init; }

    /// <summary><c>accepted</c> or <c>overridden</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>For <c>accepted</c>: the suggestions that were.</summary>
    public IReadOnlyList<WireAcceptedSuggestion>? AcceptedSuggestions { get; init; }

    /// <summary>For <c>overridden</c>: why.</summary>
    public WireOverrideReason? OverrideReason { get; init; }

    /// <summary>When, as ISO 8601.</summary>
    public required string OutcomeTimestamp { get; init; }
}
