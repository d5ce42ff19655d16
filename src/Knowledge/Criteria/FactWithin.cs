namespace Cds.Knowledge.Criteria;

/// <summary>
/// A test of a fact that only counts for a value of the last hours or days; unknown without such a value. A value of which only the day is known counts
/// as long as that day reaches into the hours.
/// </summary>
/// <param name="Fact">Fact id.</param>
/// <param name="Hours">How many hours before the time asked about.</param>
/// <param name="Test">Test of the current value.</param>
public sealed record FactWithin(string Fact, int Hours, Criterion Test) : Criterion
{
    /// <summary>The members that ask for it.</summary>
    internal static IReadOnlyList<CriterionMember> Members { get; } = [CriterionMember.WithinHours, new("within-days", MemberType.WholeNumber)];

    /// <summary>Its row in the authoring reference.</summary>
    internal static ReferenceRow Row { get; } = new("&nbsp;&nbsp;`within-hours: n`, `within-days: n`", "only a value of the last n hours or days counts; hours may be named by a limit (`within-hours: acute-signs`)");

    /// <summary>The same in days, where it was asked so.</summary>
    public int? Days { get; init; }

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient)
    {
        if (patient.Read(Fact, FactTime.Current).Date is { } date && date.Latest >= patient.AsOf.EarliestMoment.PlusHours(-Hours)) return Test.Evaluate(patient);

        // Whether a value is known is a question about the record: never unknown.
        return Test is FactKnown ? Finding.Never : Finding.Lacking(Fact);
    }

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => Test.Dependencies();

    /// <inheritdoc />
    public override IEnumerable<Criterion> Children() => [Test];

    /// <inheritdoc />
    public override Clause InWords(WordList words) => Test.InWords(words).Followed(Days is { } days ? TimeWords.WithinDays(days) : TimeWords.WithinHours(Hours));
}
