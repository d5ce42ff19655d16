namespace Cds.FhirMapping.Answers;

/// <summary>A place of a text that names a finding: an abnormality, a chain, a kind of lesion.</summary>
/// <param name="Id">Id of the finding; empty for one that no question is about, whose answer is read so that it does not leak.</param>
/// <param name="Start">First character of the name in the folded text.</param>
/// <param name="End">The character behind its last one.</param>
/// <param name="Own">An answer that the name itself holds (<c>TP53x1</c>); <see cref="AnswerMeaning.Nothing"/> for a mere name.</param>
internal readonly record struct NamedItem(string Id, int Start, int End, AnswerMeaning Own = AnswerMeaning.Nothing);
