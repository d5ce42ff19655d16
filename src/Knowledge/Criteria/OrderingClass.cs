namespace Cds.Knowledge.Criteria;

/// <summary>A drug of the class is being ordered.</summary>
/// <param name="DrugClass">Class id.</param>
public sealed record OrderingClass(string DrugClass) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("ordering-class", entry => new OrderingClass(entry.DrugClass("ordering-class")))
    {
        Members = [new("ordering-class", MemberType.Text)],
        Rows = [new("`ordering-class: C`", "the order is of a drug of the class")],
        InOrderRulesOnly = true,
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient) => OrderEvidence.AnyOf(
        patient, patient.JudgedOrders.Where(o => patient.Knowledge.Drugs[o.DrugId].Class == DrugClass), _ => Finding.Always);

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [OrderEvidence.Dependency, new(DependencyKind.DrugClass, DrugClass)];

    /// <inheritdoc />
    public override Clause InWords(WordList words) =>
        Clause.Statement(new LocalizedText("a drug of the class {what} is being ordered", "{what}のオーダー").With("what", words.Title(DrugClass)));
}
