using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Criteria;

/// <summary>
/// One of the drugs is being ordered, in such a dose when asked for. Doses are compared in the units they have, else in milligrams by weight or
/// body surface area; a dose that is not chosen yet leaves the answer unknown, and no fact would decide it.
/// </summary>
/// <param name="Drugs">Drug ids.</param>
public sealed record Ordering(IReadOnlyList<string> Drugs) : Criterion
{
    /// <summary>What one dose has to be; empty for any.</summary>
    public IReadOnlyList<DoseTest> Dose { get; init; } = [];

    /// <summary>More doses than this in 28 days; null for any schedule.</summary>
    public decimal? MoreThanDosesPer28Days { get; init; }

    /// <summary>Route, or null for any.</summary>
    public Route? Route { get; init; }

    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient) =>
        OrderEvidence.AnyOf(patient, patient.JudgedOrders.Where(o => Drugs.Contains(o.DrugId)), order => Finding.All([.. Tests(patient, order)]));

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => [OrderEvidence.Reference, .. Drugs.Select(d => new Reference(ReferenceKind.Drug, d))];

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

    private Finding Compare(decimal dose, decimal limit, IReadOnlyList<Basis> basis) =>
        Finding.Of(Operator.Compare(ValueRange.Exactly(dose), limit), basis, []);
}
