namespace Cds.Knowledge.Criteria;

/// <summary>A rule of the ordered drug itself speaks against it: the same rules that judge the options of a recommendation.</summary>
/// <param name="Standing">Standing that the rule forces: avoid or caution.</param>
/// <param name="Except">Reason codes that have an order rule of their own.</param>
public sealed record OrderingUnsuitable(Standing Standing, IReadOnlyList<string> Except) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("ordering-unsuitable", entry => new OrderingUnsuitable(entry.Word<Standing>("ordering-unsuitable") ?? Standing.Avoid, entry.Texts("except")))
    {
        Members =
        [
            CriterionMember.OneOf("ordering-unsuitable", ["avoid", "caution"]),
            new("except", MemberType.Texts),
        ],
        Rows = [new("`ordering-unsuitable: avoid` or `caution`, `except: [codes]`", "a rule of the drug itself speaks against it")],
        InOrderRulesOnly = true,
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient) => OrderEvidence.AnyOf(
        patient,
        patient.JudgedOrders,
        order => Finding.Any([.. Rules(patient.Knowledge.Drugs[order.DrugId], [order]).Select(rule => rule.When.Evaluate(patient))]));

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [OrderEvidence.Dependency];

    /// <inheritdoc />
    public override Clause InWords(WordList words) => Clause.Statement(Standing == Standing.Avoid
        ? new LocalizedText("a rule of the ordered drug says to avoid it", "オーダー薬剤の規則が投与を避けるよう求めている")
        : new LocalizedText("a rule of the ordered drug asks for care", "オーダー薬剤の規則が注意を求めている"));

    /// <summary>The rules of a drug that count here for its orders; lines of a dose table have cases of their own.</summary>
    internal IEnumerable<StandingRule> Rules(Drug drug, IReadOnlyList<DraftOrder> orders) => drug.Rules
        .Where(rule => rule.Standing == Standing && !rule.IsOfDoseBand && !Except.Contains(rule.Code) && rule.IsAbout(orders.Select(order => order.Route)));
}

/// <summary>Finds the criteria of this kind inside a criterion, for the texts that name their reasons.</summary>
internal static class UnsuitableInside
{
    public static IEnumerable<OrderingUnsuitable> Unsuitable(this Criterion criterion) => criterion switch
    {
        OrderingUnsuitable own => [own],
        AllOf all => all.Parts.SelectMany(Unsuitable),
        AnyOf any => any.Parts.SelectMany(Unsuitable),
        Proven proven => proven.Part.Unsuitable(),
        _ => [],
    };
}
