namespace Cds.FhirMapping.Answers;

/// <summary>A word, phrase, number or sign of a text with the part it plays.</summary>
/// <param name="Kind">The part it plays.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character behind its last one.</param>
/// <param name="Item">Number of the named finding; -1 for other words.</param>
/// <param name="Share">Share of cells in percent.</param>
internal readonly record struct Token(WordKind Kind, int Start, int End, int Item = -1, ValueRange? Share = null);
