using Cds.CdsHooks.Store;

namespace Cds.CdsHooks.Feedback;

/// <summary>Feedback on the cards of one rule. A card counts once, with the latest thing that was done with it.</summary>
public sealed record WireRuleFeedback
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
    public required IEnumerable<WireOverrideCount> Reasons { get; init; }

    /// <summary>Month by month.</summary>
    public required IEnumerable<WireMonthFeedback> Months { get; init; }

    internal static WireRuleFeedback Of(string rule, FeedbackCounts counts)
    {
        ShownCount[] shown = [.. counts.Shown.Where(count => count.Rule == rule)];
        OutcomeCount[] outcomes = [.. counts.Outcomes.Where(count => count.Rule == rule)];
        var sum = OutcomeSum.Of(shown, outcomes);
        return new()
        {
            Rule = rule,
            Shown = sum.Shown,
            Accepted = sum.Accepted,
            Overridden = sum.Overridden,
            AcceptancePercent = sum.AcceptancePercent,
            Reasons = counts.Reasons.Where(count => count.Rule == rule).OrderByDescending(count => count.Count).ThenBy(count => count.Code, StringComparer.Ordinal).Select(WireOverrideCount.Of),
            Months = shown.Select(count => count.Month).Concat(outcomes.Select(count => count.Month)).Distinct().Order(StringComparer.Ordinal)
                .Select(month => WireMonthFeedback.Of(month, [.. shown.Where(count => count.Month == month)], [.. outcomes.Where(count => count.Month == month)])),
        };
    }
}
