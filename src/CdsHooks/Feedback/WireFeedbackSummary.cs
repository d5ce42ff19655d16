using Cds.CdsHooks.Store;

namespace Cds.CdsHooks.Feedback;

/// <summary>What clinicians did with the cards.</summary>
public sealed record WireFeedbackSummary
{
    /// <summary>Rule by rule, in the order of ids.</summary>
    public required IEnumerable<WireRuleFeedback> Rules { get; init; }

    /// <summary>Entries about cards that are not known (any more).</summary>
    public required int UnknownCards { get; init; }

    internal static WireFeedbackSummary Of(FeedbackCounts counts) => new()
    {
        Rules = counts.Shown.Select(count => count.Rule).Concat(counts.Outcomes.Select(count => count.Rule)).Distinct().Order(StringComparer.Ordinal)
            .Select(rule => WireRuleFeedback.Of(rule, counts)),
        UnknownCards = counts.UnknownCards,
    };
}
