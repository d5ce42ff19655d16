namespace Cds.Knowledge.Criteria;

/// <summary>The drug, or a drug of the class, was ever given.</summary>
/// <param name="DrugOrClass">Drug or class id.</param>
/// <param name="IsClass">Whether it is a class.</param>
public sealed record ExposedTo(string DrugOrClass, bool IsClass) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("exposed-to", Read)
    {
        Members = [new("exposed-to", MemberType.Text, "Drug or class id.")],
        Rows = [new("`exposed-to: D-or-class`", "ever given, from the drug history")],
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient) => patient.Therapy.Exposed(DrugOrClass);

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [new(IsClass ? DependencyKind.DrugClass : DependencyKind.Drug, DrugOrClass)];

    /// <inheritdoc />
    public override Clause InWords(WordList words) =>
        Clause.Statement(new LocalizedText("{what} ever given", "{what}の投与歴あり").With("what", words.Title(DrugOrClass)));

    private static ExposedTo Read(ICriterionEntry entry)
    {
        (string id, bool isClass) = entry.DrugOrClass("exposed-to");
        return new ExposedTo(id, isClass);
    }
}
