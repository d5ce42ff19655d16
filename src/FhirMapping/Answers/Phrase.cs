namespace Cds.FhirMapping.Answers;

/// <summary>A phrase of the tables of answers with the part it plays and where it comes from.</summary>
/// <param name="Text">The phrase as people write it.</param>
/// <param name="Kind">The part it plays.</param>
/// <param name="Language">Language, or <c>symbols</c>.</param>
/// <param name="Source">Where it comes from, or why it means this.</param>
internal sealed record Phrase(string Text, WordKind Kind, string Language, string Source);
