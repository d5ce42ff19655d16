namespace Cds.FhirMapping.Tests.Relations;

/// <summary>A change of a record after which something must still hold.</summary>
/// <param name="Name">What is changed, in a sentence.</param>
/// <param name="Change">The changed records; none where there is nothing to change.</param>
/// <param name="Holds">What must hold between the answers before and after; null where it does, else what is wrong.</param>
internal sealed record Relation(string Name, Func<Record, IEnumerable<Record>> Change, Func<Answers, Answers, string?> Holds)
{
    /// <summary>The answers must be the same.</summary>
    public static Relation Same(string name, Func<Record, Record?> change) => new(name, record => change(record) is { } changed ? [changed] : [], Equal);

    /// <summary>The answers must be the same for each of several changes.</summary>
    public static Relation SameForEach(string name, Func<Record, IEnumerable<Record>> change) => new(name, change, Equal);

    private static string? Equal(Answers before, Answers after) => after.DifferenceFrom(before);
}
