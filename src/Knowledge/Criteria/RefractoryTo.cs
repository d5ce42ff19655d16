namespace Cds.Knowledge.Criteria;

/// <summary>The disease is refractory to the drug, or to a drug of the class.</summary>
/// <param name="DrugOrClass">Drug or class id.</param>
/// <param name="IsClass">Whether it is a class.</param>
public sealed record RefractoryTo(string DrugOrClass, bool IsClass) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("refractory-to", Read)
    {
        Members = [new("refractory-to", MemberType.Text, "Drug or class id.")],
        Rows = [new("`refractory-to: D-or-class`", "the disease is refractory to it, from the drug history")],
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient) => patient.Therapy.Refractory(DrugOrClass);

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [new(IsClass ? DependencyKind.DrugClass : DependencyKind.Drug, DrugOrClass)];

    /// <inheritdoc />
    public override Clause InWords(WordList words) =>
        Clause.Statement(new LocalizedText("refractory to {what}", "{what}に抵抗性").With("what", words.Title(DrugOrClass)));

    private static RefractoryTo Read(ICriterionEntry entry)
    {
        (string id, bool isClass) = entry.DrugOrClass("refractory-to");
        return new RefractoryTo(id, isClass);
    }
}
