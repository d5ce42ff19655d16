namespace Cds.Knowledge.Criteria;

/// <summary>
/// One of the drugs is being ordered, in such a dose when asked for. Doses are compared in the units they have, else in milligrams by weight or
/// body surface area; a dose that is not chosen yet leaves the answer unknown, and no fact would decide it.
/// </summary>
/// <param name="Drugs">Drug ids.</param>
public sealed record Ordering(IReadOnlyList<string> Drugs) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("ordering", Read)
    {
        Members =
        [
            new("ordering", MemberType.Texts, "Rules with trigger: order only."),
            .. Comparisons.Keys.Select(c => new CriterionMember("dose-" + c.Key, MemberType.Dose)),
            new("doses-per-28-days-gt", MemberType.Number),
            CriterionMember.Word<Route>("route"),
        ],
        Rows =
        [
            new("`ordering: D` or `[..]` with `dose-gt`, `dose-gte`, `dose-lt`, `dose-lte`, `dose-eq`: `\"200 mg/m2\"`, `doses-per-28-days-gt: n`, `route: oral`",
                "the order is of that drug, in such a dose; doses in other units are compared by weight or body surface area, a dose not chosen yet is unknown"),
        ],
        InOrderRulesOnly = true,
    };

    /// <summary>What one dose has to be; empty for any.</summary>
    public IReadOnlyList<DoseTest> Dose { get; init; } = [];

    /// <summary>More doses than this in 28 days; null for any schedule.</summary>
    public decimal? MoreThanDosesPer28Days { get; init; }

    /// <summary>Route, or null for any.</summary>
    public Route? Route { get; init; }

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient) =>
        OrderEvidence.AnyOf(patient, patient.JudgedOrders.Where(o => Drugs.Contains(o.DrugId)), order => Finding.All([.. Tests(patient, order)]));

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [OrderEvidence.Dependency, .. Drugs.Select(d => new Dependency(DependencyKind.Drug, d))];

    /// <inheritdoc />
    public override Clause InWords(WordList words)
    {
        LocalizedText text = new LocalizedText("{what} is being ordered", "{what}のオーダー").With("what", words.Titles(Drugs));
        foreach (DoseTest test in Dose) text = text.Joined(", ", "、", test.InWords());
        if (MoreThanDosesPer28Days is { } doses)
            text = text.Joined(", ", "、", new LocalizedText("more than {count} doses in 28 days", "28日間に{count}回を超える").With("count", WordList.Number(doses)));
        return Clause.Statement(Route is { } route ? text.Joined(", ", "、", WordList.Route(route)) : text);
    }

    private static Ordering Read(ICriterionEntry entry) => new(entry.Drugs("ordering"))
    {
        Dose = [.. Comparisons.Keys.Select(c => entry.Dose("dose-" + c.Key) is { } dose ? new DoseTest(c.Operator, dose.Amount, dose.Unit) : null).OfType<DoseTest>()],
        MoreThanDosesPer28Days = entry.Number("doses-per-28-days-gt"),
        Route = entry.Word<Route>("route"),
    };

    private IEnumerable<Finding> Tests(PatientContext patient, DraftOrder order)
    {
        foreach (DoseTest test in Dose) yield return test.Evaluate(patient, order);
        if (MoreThanDosesPer28Days is { } limit)
            yield return order.DosesPer28Days is { } doses ? Finding.Of((doses > limit).ToTruth(), [], []) : Finding.Lacking();
        if (Route is { } route)
            yield return order.Route is { } chosen ? Finding.Of((chosen == route).ToTruth(), [], []) : Finding.Lacking();
    }
}

/// <summary>A comparison of one ordered dose.</summary>
/// <param name="Operator">Operator as the source prints it.</param>
/// <param name="Amount">Threshold.</param>
/// <param name="Unit">UCUM unit of the threshold.</param>
public sealed record DoseTest(ComparisonOperator Operator, decimal Amount, string Unit)
{
    /// <summary>Compares the dose of an order.</summary>
    internal Finding Evaluate(PatientContext patient, DraftOrder order)
    {
        if (order.DoseAmount is { } amount && order.DoseUnit == Unit) return Compare(amount, Amount, []);
        DoseSize ordered = DoseSize.Of(patient, order.DoseAmount, order.DoseUnit);
        DoseSize threshold = DoseSize.Of(patient, Amount, Unit);
        return ordered.Amount is { } dose && threshold.Amount is { } limit
            ? Compare(dose, limit, [.. ordered.Basis, .. threshold.Basis])
            : Finding.Lacking([.. order.DoseAmount is null ? [] : ordered.Missing.Concat(threshold.Missing).Distinct()]);
    }

    /// <summary>The comparison in words.</summary>
    internal LocalizedText InWords() =>
        Operator.InWords().With("what", new LocalizedText("dose", "1回量")).With("limit", $"{WordList.Number(Amount)} {Unit}");

    private Finding Compare(decimal dose, decimal limit, IReadOnlyList<Basis> basis) =>
        Finding.Of(Operator.Compare(ValueRange.Exactly(dose), limit), basis, []);
}
