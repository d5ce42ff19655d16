using Cds.CdsHooks.Store;

namespace Cds.CdsHooks.Feedback;

/// <summary>Counts of cards taken together.</summary>
/// <param name="Shown">Cards shown.</param>
/// <param name="Accepted">Cards of which a suggestion was accepted.</param>
/// <param name="Overridden">Cards overridden.</param>
internal readonly record struct OutcomeSum(int Shown, int Accepted, int Overridden)
{
    private const int PercentDigits = 1;

    /// <summary>Accepted among those accepted or overridden, in percent with one decimal; null without either.</summary>
    public decimal? AcceptancePercent => Accepted + Overridden > 0 ? decimal.Round(100m * Accepted / (Accepted + Overridden), PercentDigits) : null;

    /// <summary>The sum.</summary>
    public static OutcomeSum Of(ShownCount[] shown, OutcomeCount[] outcomes) =>
        new(shown.Sum(count => count.Count), outcomes.Sum(count => count.Accepted), outcomes.Sum(count => count.Overridden));
}
