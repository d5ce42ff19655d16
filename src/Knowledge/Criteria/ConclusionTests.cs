namespace Cds.Knowledge.Criteria;

/// <summary>The form <c>conclusion: K</c> with one or more tests that have to hold together. The kinds of tests are a closed set, too.</summary>
internal static class ConclusionTests
{
    private static IReadOnlyList<ConclusionTestKind> Tests { get; } =
        [ConclusionIs.Kind, ConclusionContains.Kind, ConclusionHasAny.Kind, ConclusionKnown.Kind, ConclusionComparison.Kind];

    public static CriterionKind Kind { get; } = new("conclusion", Read)
    {
        Members = [new("conclusion", MemberType.Text, "Conclusion id."), .. Tests.SelectMany(test => test.Members), Recorded.Member],
        Rows =
        [
            new("`conclusion: K`", "one or more of the tests below; carries the values that the other conclusion can still have"),
            .. Tests.Select(test => test.Row),
            Recorded.Row,
        ],
    };

    private static Criterion Read(ICriterionEntry entry)
    {
        if (entry.Conclusion("conclusion") is not (var id, var values))
        {
            entry.PassOver(Kind.Members);
            return new Always();
        }

        List<Criterion> tests = [.. Tests.SelectMany(test => test.Read(new ConclusionQuestion(entry, id, values)))];
        if (tests.Count == 0) entry.Defect($"nothing is asked of conclusion '{id}'");
        return Recorded.Read(entry, new ConclusionKnown(id), tests.Count == 1 ? tests[0] : new AllOf(tests));
    }
}

/// <summary>One kind of test of a conclusion.</summary>
/// <param name="Members">The members that ask for it.</param>
/// <param name="Row">Its row in the authoring reference.</param>
/// <param name="Read">Compiles the tests of this kind that the entry asks for.</param>
internal sealed record ConclusionTestKind(IReadOnlyList<CriterionMember> Members, ReferenceRow Row, Func<ConclusionQuestion, IEnumerable<Criterion>> Read);

/// <summary>What is asked of a conclusion.</summary>
/// <param name="Entry">Where it is asked.</param>
/// <param name="Id">Conclusion id.</param>
/// <param name="Values">The values or members that it can have.</param>
internal sealed record ConclusionQuestion(ICriterionEntry Entry, string Id, IReadOnlyList<string> Values)
{
    /// <summary>The values that a member names.</summary>
    public IReadOnlyList<string> Named(string key) => Entry.Known(key, Values, $"conclusion '{Id}' has no value");
}
