namespace Cds.Knowledge.Criteria;

/// <summary>A test of a fact that only counts for a value dated on or after an event; unknown before any event or without such a value.</summary>
/// <param name="Fact">Fact id.</param>
/// <param name="Since">Event.</param>
/// <param name="Test">Test of the current value.</param>
public sealed record FactSince(string Fact, SinceEvent Since, Criterion Test) : Criterion
{
    /// <summary>The members that ask for it.</summary>
    internal static IReadOnlyList<CriterionMember> Members { get; } = [CriterionMember.Since];

    /// <summary>Its row in the authoring reference.</summary>
    internal static ReferenceRow Row { get; } = new("&nbsp;&nbsp;`since: E`", "only a value dated on or after the event counts (below)");

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient)
    {
        bool counts = Since.Date(patient) is { } start && patient.Read(Fact, FactTime.Current).Date is { } date && SinceEvents.IsSince(date, start) == Truth.True;
        if (counts) return Test.Evaluate(patient);

        // Whether a value is known is a question about the record: never unknown.
        return Test is FactKnown or FactWithin { Test: FactKnown } ? Finding.Never : Finding.Lacking(Fact);
    }

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => Test.Dependencies();

    /// <inheritdoc />
    public override IEnumerable<Criterion> Children() => [Test];

    /// <inheritdoc />
    public override Clause InWords(WordList words) => Test.InWords(words).Followed(Since.InWords());
}
