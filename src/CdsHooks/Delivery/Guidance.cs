using Cds.CdsHooks.Cards;

namespace Cds.CdsHooks.Delivery;

/// <summary>What a service has to say.</summary>
/// <param name="Cards">Cards without their details, the most urgent first; empty when there is nothing to say.</param>
/// <param name="NoteCount">How many data were left out while reading, for the log.</param>
internal sealed record Guidance(IReadOnlyList<CardDraft> Cards, int NoteCount);
