namespace Cds.CdsHooks.Description;

/// <summary>What clinicians did with the cards.</summary>
public sealed record FeedbackSummaryDescription
{
    /// <summary>Rule by rule, in the order of ids.</summary>
    public required IReadOnlyList<RuleFeedbackDescription> Rules { get; init; }

    /// <summary>Entries about cards that are not known (any more).</summary>
    public required int UnknownCards { get; init; }
}

/// <summary>Feedback on the cards of one rule. A card counts once, with the latest thing that was done with it.</summary>
public sealed record RuleFeedbackDescription
{
    /// <summary>Conclusion or recommendation id.</summary>
    public required string Rule { get; init; }

    /// <summary>Cards shown.</summary>
    public required int Shown { get; init; }

    /// <summary>Cards of which a suggestion was accepted.</summary>
    public required int Accepted { get; init; }

    /// <summary>Cards overridden.</summary>
    public required int Overridden { get; init; }

    /// <summary>Accepted among those accepted or overridden, in percent; absent without either.</summary>
    public decimal? AcceptancePercent { get; init; }

    /// <summary>Why cards were overridden, the most frequent reason first.</summary>
    public required IReadOnlyList<OverrideCountDescription> Reasons { get; init; }

    /// <summary>Month by month.</summary>
    public required IReadOnlyList<MonthFeedbackDescription> Months { get; init; }
}

/// <summary>How often a reason was given.</summary>
public sealed record OverrideCountDescription
{
    /// <summary>Code system; absent when none was sent, and with <c>other</c>.</summary>
    public string? System { get; init; }

    /// <summary>A code that the service knows; <c>other</c> for all else; absent when the card was overridden without a reason.</summary>
    public string? Code { get; init; }

    /// <summary>How often.</summary>
    public required int Count { get; init; }
}

/// <summary>Feedback of one month (UTC).</summary>
public sealed record MonthFeedbackDescription
{
    /// <summary>Year and month, <c>2026-11</c>.</summary>
    public required string Month { get; init; }

    /// <summary>Cards shown.</summary>
    public required int Shown { get; init; }

    /// <summary>Cards accepted.</summary>
    public required int Accepted { get; init; }

    /// <summary>Cards overridden.</summary>
    public required int Overridden { get; init; }

    /// <summary>Accepted among those accepted or overridden, in percent.</summary>
    public decimal? AcceptancePercent { get; init; }
}
