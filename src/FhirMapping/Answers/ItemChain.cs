namespace Cds.FhirMapping.Answers;

/// <summary>Findings named side by side with the words that belong to them.</summary>
/// <param name="Prefix">The words before the first name that bind to it: a denial, the head of a list.</param>
/// <param name="Items">The names.</param>
/// <param name="Joints">Words between the names.</param>
/// <param name="Answer">The clause behind the last name.</param>
/// <param name="Further">Further clauses behind it, up to the next name.</param>
/// <param name="IsAmbiguous">Whether it cannot be told which of two neighbours an answer belongs to.</param>
internal sealed record ItemChain(
    ArraySegment<Token> Prefix,
    IReadOnlyList<Token> Items,
    IReadOnlyList<Token> Joints,
    ArraySegment<Token> Answer,
    IReadOnlyList<ArraySegment<Token>> Further,
    bool IsAmbiguous);
