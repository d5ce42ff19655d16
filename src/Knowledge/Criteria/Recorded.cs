namespace Cds.Knowledge.Criteria;

/// <summary>
/// The member <c>recorded: true</c> of tests of facts and conclusions: the value is known and the test holds. Without a usable value the answer is
/// no, never unknown (a check that nobody recorded was not done).
/// </summary>
internal static class Recorded
{
    private const string Key = "recorded";

    public static CriterionMember Member { get; } = new(Key, MemberType.Flag, "Without a usable value the answer is false, not unknown.");

    public static ReferenceRow Row { get; } = new("&nbsp;&nbsp;`recorded: true` beside a test", "a usable value exists and the test holds; false, never unknown, without one");

    /// <summary>The test itself, or with what asks for a value in front of it.</summary>
    public static Criterion Read(ICriterionEntry entry, Criterion known, Criterion test)
    {
        if (!entry.Has(Key)) return test;
        if (!entry.Flag(Key)) entry.Defect("'recorded' can only be true; leave it out otherwise", Key);
        if (entry.Has("known")) entry.Defect("'known' asks about the record already: 'recorded' stands beside another test", Key);
        return new AllOf([known, test]);
    }
}
