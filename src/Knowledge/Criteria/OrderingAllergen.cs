namespace Cds.Knowledge.Criteria;

/// <summary>An allergy to the ordered drug is recorded.</summary>
public sealed record OrderingAllergen : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("ordering-allergen", entry =>
        entry.Flag("ordering-allergen") ? new OrderingAllergen() : entry.Report<Criterion>(new Always(), "'ordering-allergen' can only be true", "ordering-allergen"))
    {
        Members = [new("ordering-allergen", MemberType.Flag)],
        Rows = [new("`ordering-allergen: true`", "an allergy to it is recorded")],
        InOrderRulesOnly = true,
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient) =>
        OrderEvidence.AnyOf(patient, patient.JudgedOrders, order => new AllergyRecorded([order.DrugId]).Evaluate(patient));

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [OrderEvidence.Dependency];

    /// <inheritdoc />
    public override Clause InWords(WordList words) => Clause.Statement(new LocalizedText("an allergy to the ordered drug is recorded", "オーダー薬剤へのアレルギーの記録"));
}
