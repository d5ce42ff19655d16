namespace Cds.Knowledge.Criteria;

/// <summary>A test of a number: its answer turns where the number passes a limit.</summary>
internal interface ITurnsAt
{
    /// <summary>Fact id.</summary>
    string Fact { get; }

    /// <summary>The limits, in the canonical unit; none where no limit is defined.</summary>
    /// <param name="fact">The definition of the fact.</param>
    IEnumerable<decimal> TurningPoints(FactDefinition fact);
}
