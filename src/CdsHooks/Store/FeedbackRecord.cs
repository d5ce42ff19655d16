namespace Cds.CdsHooks.Store;

/// <summary>What a clinician did with a card.</summary>
internal sealed record FeedbackRecord
{
    /// <summary>When the feedback arrived.</summary>
    public required DateTimeOffset Received { get; init; }

    /// <summary>Issuer of the client; null when nobody has to sign in.</summary>
    public string? Client { get; init; }

    /// <summary>Service id.</summary>
    public required string Service { get; init; }

    /// <summary>Uuid of the card, as sent.</summary>
    public required string Card { get; init; }

    /// <summary>Whether a suggestion was accepted; otherwise the card was overridden.</summary>
    public required bool IsAccepted { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Uuids of the suggestions accepted.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>Code system of the override reason.</summary>
    public string? ReasonSystem { get; init; }

    /// <summary>Code of the override reason.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>What the clinician wrote. May hold anything: it is stored, never logged and never shown.</summary>
    public string? Comment { get; init; }

    /// <summary>The rule behind the card; null for a card that is not known.</summary>
    public string? Rule { get; init; }

    /// <summary>Drug and findings, for a card about an order; null when the rule says it all.</summary>
    public string? Scope { get; init; }

    /// <summary>How urgent the card was.</summary>
    public string? Indicator { get; init; }

    /// <summary>Pseudonym of the patient; null for a card that is not known.</summary>
    public string? Patient { get; init; }

    /// <summary>Pseudonym of the clinician to whom the card was shown.</summary>
    public string? User { get; init; }

    /// <summary>Whether the reason holds until what the card says changes, however long.</summary>
    public bool IsUntilChanged { get; init; }

    /// <summary>Whether the reason holds beyond today, so that the card is kept back for a while.</summary>
    public bool IsLasting { get; init; }
}
