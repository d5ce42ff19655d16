namespace Cds.Knowledge.Criteria;

/// <summary>A drug of the class runs at the time asked about.</summary>
/// <param name="DrugClass">Class id.</param>
public sealed record OnDrugOfClass(string DrugClass) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("on-drug-of-class", entry => new OnDrugOfClass(entry.DrugClass("on-drug-of-class")))
    {
        Members = [new("on-drug-of-class", MemberType.Text, "Class id.")],
        Rows = [new("`on-drug-of-class: C`", "a drug of the class is running at `asOf`")],
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient) => patient.Therapy.Running(patient.Counting(patient.Therapy.DrugsOf(DrugClass)));

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [new(DependencyKind.DrugClass, DrugClass)];

    /// <inheritdoc />
    public override Clause InWords(WordList words) =>
        Clause.Statement(new LocalizedText("a drug of the class {what} running", "{what}を投与中").With("what", words.Title(DrugClass)));
}
