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
    bool IsAmbiguous)
{
    /// <summary>Whether its members are alternatives: A or B.</summary>
    public bool HasOr { get; } = Joints.Any(j => j.Kind == WordKind.Or);

    /// <summary>Whether a slash stands between its members: A/B.</summary>
    public bool HasSlash { get; } = Joints.Any(j => j.Kind == WordKind.Slash);

    /// <summary>Whether "and" stands between its members.</summary>
    public bool HasAnd { get; } = Joints.Any(j => j.Kind == WordKind.And);

    /// <summary>Place of the first comma between its members; behind the text when there is none.</summary>
    public int FirstComma { get; } = Joints.Where(j => j.Kind == WordKind.Comma).Select(j => j.Start).DefaultIfEmpty(int.MaxValue).First();

    /// <summary>Whether something before its first member denies it.</summary>
    public bool IsDenied { get; } = ItemChains.Denies(Prefix);
}
