namespace Cds.Knowledge.Criteria;

/// <summary>
/// One dose of the order lies above or below what the regimens plan for the drug by this route, by more than rounding explains. Doses by weight
/// or body surface area are worked out for the patient. False for drugs that no regimen doses; unknown while the dose or the body measure is.
/// </summary>
/// <param name="Above">Above the largest dose, otherwise below the smallest.</param>
/// <param name="Rounding">Part of the dose that rounding to vials and capsules may add or take away, for example 0.1.</param>
public sealed record DoseOutsideRegimen(bool Above, decimal Rounding) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("dose-outside-regimen", entry => new DoseOutsideRegimen(IsAbove(entry), (entry.Number("rounding-percent") ?? 0m) / 100m))
    {
        Members =
        [
            CriterionMember.OneOf("dose-outside-regimen", ["above", "below"]),
            new("rounding-percent", MemberType.Number),
        ],
        Rows =
        [
            new("`dose-outside-regimen: above` or `below`, `rounding-percent: 10`", "the single dose is outside what the regimens plan for this patient"),
        ],
        InOrderRulesOnly = true,
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient) => OrderEvidence.AnyOf(patient, patient.JudgedOrders, order => Of(patient, order));

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [OrderEvidence.Dependency];

    /// <inheritdoc />
    public override Clause InWords(WordList words) => Clause.Statement(Above
        ? new LocalizedText("the dose is above what the regimens plan", "用量がレジメンの計画を上回る")
        : new LocalizedText("the dose is below what the regimens plan", "用量がレジメンの計画を下回る"));

    private static bool IsAbove(ICriterionEntry entry) => entry.RequiredText("dose-outside-regimen") switch
    {
        "above" => true,
        "below" => false,
        var other => entry.Report(true, $"'dose-outside-regimen' has to be above or below, not '{other}'", "dose-outside-regimen"),
    };

    private Finding Of(PatientContext patient, DraftOrder order)
    {
        PlannedDoses planned = PlannedDoses.For(patient, order);
        if (planned.IsEmpty || planned.Contains(order)) return Finding.Never;
        DoseSize ordered = planned.SizeOf(patient, order);
        if (ordered.Amount is not { } dose) return Finding.Lacking(ordered.Missing);
        if (planned.Missing.Count > 0) return Finding.Lacking(planned.Missing);
        bool outside = Above ? dose > planned.HighestFitting(Rounding) : dose < planned.LowestFitting(Rounding);
        return Finding.Of(outside.ToTruth(), [.. ordered.Basis, .. planned.Basis], []);
    }
}
