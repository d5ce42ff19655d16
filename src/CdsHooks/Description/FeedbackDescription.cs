namespace Cds.CdsHooks.Description;

/// <summary>Feedback on cards (CDS Hooks 2.0.1).</summary>
/// <param name="Feedback">One entry a card.</param>
public sealed record FeedbackRequestDescription(IReadOnlyList<FeedbackEntryDescription> Feedback);

/// <summary>What a clinician did with a card.</summary>
public sealed record FeedbackEntryDescription
{
    /// <summary>The card's <c>uuid</c>.</summary>
    public required string Card { get; init; }

    /// <summary><c>accepted</c> or <c>overridden</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>For <c>accepted</c>: the suggestions that were.</summary>
    public IReadOnlyList<AcceptedSuggestionDescription>? AcceptedSuggestions { get; init; }

    /// <summary>For <c>overridden</c>: why.</summary>
    public OverrideReasonDescription? OverrideReason { get; init; }

    /// <summary>When, as ISO 8601.</summary>
    public required string OutcomeTimestamp { get; init; }
}

/// <summary>A suggestion that was accepted.</summary>
/// <param name="Id">The suggestion's <c>uuid</c>.</param>
public sealed record AcceptedSuggestionDescription(string Id);

/// <summary>Why a card was set aside.</summary>
/// <param name="Reason">One of the card's override reasons.</param>
/// <param name="UserComment">In the clinician's words.</param>
public sealed record OverrideReasonDescription(CodingDescription? Reason = null, string? UserComment = null);

/// <summary>What became of feedback.</summary>
/// <param name="Stored">Entries stored.</param>
public sealed record FeedbackStoredDescription(int Stored);
