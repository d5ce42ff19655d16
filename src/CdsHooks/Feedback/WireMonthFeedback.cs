using Cds.CdsHooks.Store;

namespace Cds.CdsHooks.Feedback;

/// <summary>Feedback of one month (UTC).</summary>
public sealed record WireMonthFeedback
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

    internal static WireMonthFeedback Of(string month, ShownCount[] shown, OutcomeCount[] outcomes)
    {
        var sum = OutcomeSum.Of(shown, outcomes);
        return new() { Month = month, Shown = sum.Shown, Accepted = sum.Accepted, Overridden = sum.Overridden, AcceptancePercent = sum.AcceptancePercent };
    }
}
