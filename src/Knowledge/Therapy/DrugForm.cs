using Cds.Knowledge.Documents;

namespace Cds.Knowledge.Therapy;

/// <summary>
/// What a pharmacy in Japan can give of a drug by one route: whole pieces of certain strengths (capsules, tablets, syringes), or a solution of which
/// any multiple of a step can be drawn.
/// </summary>
public sealed record DrugForm
{
    /// <summary>Drug id.</summary>
    public required string DrugId { get; init; }

    /// <summary>Route by which it is given.</summary>
    public required Route Route { get; init; }

    /// <summary>UCUM unit of strengths and step (<c>mg</c>, <c>ug</c>).</summary>
    public required string Unit { get; init; }

    /// <summary>Strengths of one piece, all of them above 0; empty for a solution.</summary>
    public IReadOnlyList<decimal> Pieces { get; init; } = [];

    /// <summary>The smallest difference between two doses of a solution; null for pieces. A reading of this project where no source gives one.</summary>
    public decimal? Step { get; init; }

    /// <summary>Body surface area in m2 above which the label lets the dose grow no further; null when it names none.</summary>
    public decimal? LargestBodySurface { get; init; }

    /// <summary>Where strengths and limit stand; may be empty for a solution without a limit.</summary>
    public IReadOnlyList<Citation> Sources { get; init; } = [];

    /// <summary>Whether the dose is made of whole pieces, so that a product of one strength cannot give every dose.</summary>
    public bool IsPieces => Step is null;

    /// <summary>Whether an amount can be given as it is.</summary>
    public bool CanGive(decimal amount) => Nearest(amount) == amount;

    /// <summary>
    /// The amount nearest to a dose that can be given; of two at the same distance the lower. Null when not even one piece or step comes near.
    /// </summary>
    /// <param name="amount">The dose, above 0.</param>
    /// <param name="maximum">An amount that must not be exceeded; null for none.</param>
    public decimal? Nearest(decimal amount, decimal? maximum = null)
    {
        (decimal below, decimal? above) = Step is { } step ? Steps(amount, step) : Sums(amount);
        if (above > maximum) above = null;
        decimal nearest = above is { } higher && higher - amount < amount - below ? higher : below;
        return nearest > 0m ? nearest / 1.000000000000000000000m : null;
    }

    private static (decimal Below, decimal? Above) Steps(decimal amount, decimal step)
    {
        decimal below = decimal.Floor(amount / step) * step;
        return (below, below == amount ? below : below + step);
    }

    /// <summary>The sums of pieces just below (or at) and just above an amount, found by adding one piece at a time.</summary>
    private (decimal Below, decimal? Above) Sums(decimal amount)
    {
        var reached = new SortedSet<decimal> { 0m };
        decimal below = 0m;
        while (reached.Count > 0)
        {
            decimal sum = reached.Min;
            if (sum > amount) return (below, sum);
            below = sum;
            reached.Remove(sum);
            foreach (decimal piece in Pieces) reached.Add(sum + piece);
        }

        return (below, null);
    }
}
