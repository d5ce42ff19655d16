namespace Cds.Knowledge.Recommendations;

/// <summary>A draft order whose dose or timing could not be read, so that the rules about it stay open: to be checked by hand.</summary>
/// <param name="Order">The order.</param>
/// <param name="Parts">What could not be read and would decide.</param>
/// <param name="Limits">What the rules ask of such an order for this patient, in words; empty where they ask nothing special.</param>
public sealed record UnjudgedOrder(DraftOrder Order, IReadOnlyList<UnreadPart> Parts, IReadOnlyList<LocalizedText> Limits);
