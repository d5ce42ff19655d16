namespace Cds.Knowledge.Criteria;

/// <summary>An allergy to one of the drugs is recorded. Closed-world when the allergies were read completely.</summary>
/// <param name="Drugs">Drug ids.</param>
public sealed record AllergyRecorded(IReadOnlyList<string> Drugs) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("allergy", entry => new AllergyRecorded(entry.Drugs("allergy")))
    {
        Members = [new("allergy", MemberType.Texts)],
        Rows = [new("`allergy: D` or `[..]`", "recorded")],
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient)
    {
        Basis[] basis = [.. patient.Records.Allergies.Of(Drugs)
            .Select(a => new Basis { Fact = a.DrugId, Title = patient.Knowledge.Drugs[a.DrugId].Title, Date = a.Recorded?.Text, Resource = a.Resource })];
        if (basis.Length > 0) return new Finding(Truth.True, basis.Bounded(), []);
        IReadOnlyList<string> gaps = patient.Gaps.Ever(RecordedHistory.Allergies, Drugs);
        return gaps.Count == 0 ? Finding.Never : Finding.Lacking(gaps);
    }

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => Drugs.Select(d => new Dependency(DependencyKind.Allergy, d));

    /// <inheritdoc />
    public override Clause InWords(WordList words) =>
        Clause.Statement(new LocalizedText("allergy to {what} recorded", "{what}へのアレルギーの記録").With("what", words.Titles(Drugs)));
}
