namespace Cds.Knowledge.Criteria;

/// <summary>
/// A dose of the order's size is given on more days of a week than any regimen plans it, and the week holds more of the drug than any regimen does:
/// half of a dose may be written twice as often. Unknown while the timing or a body measure is; without a dose only where the drug tells regimens
/// apart (corticosteroids are given for much else).
/// </summary>
/// <param name="Rounding">Part of the dose that rounding to vials and capsules may add, for example 0.1.</param>
public sealed record DosedTooOften(decimal Rounding) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("more-often-than-regimens", entry =>
        entry.Flag("more-often-than-regimens") ? new DosedTooOften((entry.Number("rounding-percent") ?? 0m) / 100m)
            : entry.Report<Criterion>(new Always(), "'more-often-than-regimens' can only be true", "more-often-than-regimens"))
    {
        Members = [new("more-often-than-regimens", MemberType.Flag), new("rounding-percent", MemberType.Number)],
        Rows = [new("`more-often-than-regimens: true`, `rounding-percent: 10`", "a dose of that size is given more often in a week than the regimens plan")],
        InOrderRulesOnly = true,
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient) => OrderEvidence.AnyOf(patient, patient.JudgedOrders, order => Of(patient, order));

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [OrderEvidence.Dependency];

    /// <inheritdoc />
    public override Clause InWords(WordList words) =>
        Clause.Statement(new LocalizedText("the dose is given more often than the regimens plan", "投与頻度がレジメンの計画を上回る"));

    /// <summary>What a condition takes for rounding where it asks how often a dose is given.</summary>
    internal static decimal RoundingIn(Criterion when) => when is DosedTooOften asks ? asks.Rounding : when.Children().Select(RoundingIn).DefaultIfEmpty().Max();

    private Finding Of(PatientContext patient, DraftOrder order)
    {
        PlannedDoses planned = PlannedDoses.For(patient, order);
        if (planned.IsEmpty) return Finding.Never;
        if (order.DosesPerWeek is not { } often || planned.MostPerWeek(null, Rounding) is not { } most) return Finding.Lacking();
        if (order.DoseAmount is null) return patient.Knowledge.Drugs[order.DrugId].IsTreatment ? Finding.Of((often > most).ToTruth(), [], []) : Finding.Lacking();
        // No schedule gives it less often: the sizes decide nothing.
        if (often <= planned.FewestPerWeek) return Finding.Never;
        DoseSize ordered = planned.SizeOf(patient, order);
        if (ordered.Amount is not { } dose) return Finding.Lacking(ordered.Missing);
        if (planned.Missing.Count > 0) return Finding.Lacking(planned.Missing);
        bool tooOften = often > planned.MostPerWeek(dose, Rounding) && often * dose > planned.HighestInWeek(Rounding);
        return Finding.Of(tooOften.ToTruth(), [.. ordered.Basis, .. planned.Basis], []);
    }
}
