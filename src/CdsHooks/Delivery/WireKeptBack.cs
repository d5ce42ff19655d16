namespace Cds.CdsHooks.Delivery;

/// <summary>A card that is not shown, because it was overridden with a lasting reason.</summary>
public sealed record WireKeptBack
{
    /// <summary>Conclusion or recommendation id.</summary>
    public required string Id { get; init; }

    /// <summary>Its summary.</summary>
    public required string Summary { get; init; }

    /// <summary>Its indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>Our reason; absent for one of the client's own.</summary>
    public WireCoding? Reason { get; init; }

    /// <summary>When it was overridden.</summary>
    public required DateTimeOffset Overridden { get; init; }

    /// <summary>When it is shown again at the latest; absent where only a change brings it back.</summary>
    public DateTimeOffset? Until { get; init; }

    internal static WireKeptBack Of(KeptBack kept, Language language) => new()
    {
        Id = kept.Card.Assessment.Id,
        Summary = kept.Card.Summary,
        Indicator = WireName.Of(kept.Card.Indicator),
        Reason = kept.Reason is { } reason ? WireCard.Coding(reason, language) : null,
        Overridden = kept.Override.Received,
        Until = kept.Until,
    };
}
