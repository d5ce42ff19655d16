namespace Cds.Knowledge.Criteria;

/// <summary>The form <c>fact: F</c> with one or more tests that have to hold together. The kinds of tests are a closed set, too.</summary>
internal static class FactTests
{
    private static IReadOnlyList<FactTestKind> Tests { get; } =
        [FactComparison.Kind, FactKnown.Kind, FactPresence.Kind, FactCode.Kind, FactLimit.Kind];

    public static CriterionKind Kind { get; } = new("fact", Read)
    {
        Members =
        [
            new("fact", MemberType.Text, "Fact id."),
            CriterionMember.Word<FactTime>("at"),
            .. Tests.SelectMany(test => test.Members),
            .. FactSince.Members,
            .. FactWithin.Members,
            Recorded.Member,
        ],
        Rows =
        [
            new("`fact: F` with `at: current` (default), `baseline` or `ever`", "one or more of the tests below; several have to hold together"),
            .. Tests.SelectMany(test => test.Rows),
            FactSince.Row,
            FactWithin.Row,
            Recorded.Row,
        ],
    };

    private static Criterion Read(ICriterionEntry entry)
    {
        FactTime at = entry.Word<FactTime>("at") ?? FactTime.Current;
        SinceEvent? since = entry.Word<SinceEvent>("since");
        if (entry.Fact("fact") is not { } fact)
        {
            entry.PassOver(Kind.Members);
            return new Always();
        }

        List<Criterion> tests = [.. Tests.SelectMany(test => test.Read(new FactQuestion(entry, fact, at)))];
        if (tests.Count == 0) return entry.Report(new Always(), $"nothing is asked of fact '{fact.Id}'");
        int? days = entry.Integer("within-days");
        int? hours = entry.Hours("within-hours") ?? days * 24;
        return Recorded.Read(entry, InTime(new FactKnown(fact.Id, at)), InTime(tests.Count == 1 ? tests[0] : new AllOf(tests)));

        Criterion InTime(Criterion test)
        {
            Criterion recent = hours is { } h ? new FactWithin(fact.Id, h, test) { Days = days } : test;
            return since is { } e ? new FactSince(fact.Id, e, recent) : recent;
        }
    }
}

/// <summary>One kind of test of a fact.</summary>
/// <param name="Members">The members that ask for it.</param>
/// <param name="Rows">Its rows in the authoring reference.</param>
/// <param name="Read">Compiles the tests of this kind that the entry asks for.</param>
internal sealed record FactTestKind(IReadOnlyList<CriterionMember> Members, IReadOnlyList<ReferenceRow> Rows, Func<FactQuestion, IEnumerable<Criterion>> Read);

/// <summary>What is asked of which value of a fact.</summary>
/// <param name="Entry">Where it is asked.</param>
/// <param name="Fact">The fact.</param>
/// <param name="At">Which of its values.</param>
internal sealed record FactQuestion(ICriterionEntry Entry, FactDefinition Fact, FactTime At);
