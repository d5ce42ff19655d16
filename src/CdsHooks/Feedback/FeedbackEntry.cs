namespace Cds.CdsHooks.Feedback;

/// <summary>One entry of a feedback request, checked.</summary>
/// <param name="Card">Uuid of the card, as sent.</param>
/// <param name="IsAccepted">Whether suggestions were accepted; otherwise the card was overridden.</param>
/// <param name="Time">When.</param>
internal sealed record FeedbackEntry(string Card, bool IsAccepted, DateTimeOffset Time)
{
    /// <summary>Uuids of the suggestions accepted.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>Code system of the reason.</summary>
    public string? ReasonSystem { get; init; }

    /// <summary>Code of the reason.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>Comment.</summary>
    public string? Comment { get; init; }
}
