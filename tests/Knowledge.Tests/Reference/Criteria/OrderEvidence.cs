using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>What criteria about orders have in common.</summary>
internal static class OrderEvidence
{
    /// <summary>The reference that marks a criterion as one about orders.</summary>
    public static Dependency Dependency { get; } = new(DependencyKind.DraftOrder, "");

    /// <summary>The basis entry of a draft order, or of a drug that runs and is judged like one.</summary>
    public static Basis BasisOf(PatientContext patient, DraftOrder order) => new()
    {
        Fact = order.DrugId,
        Title = patient.Knowledge.Drugs[order.DrugId].Title,
        Value = order.DoseAmount is { } amount ? new QuantityValue(ValueRange.Exactly(amount)) : null,
        Unit = order.DoseAmount is null ? null : order.DoseUnit,
        Resource = order.Resource,
        Date = order.RunsSince,
        Comment = order.RunsSince is null ? EvaluationTexts.BeingOrdered : null,
    };

    /// <summary>Whether one of the orders satisfies a test, with the evidence of those that do or may.</summary>
    public static Finding AnyOf(PatientContext patient, IEnumerable<DraftOrder> orders, Func<DraftOrder, Finding> test)
    {
        Finding[] findings = [.. orders.Select(order =>
        {
            Finding finding = test(order);
            return finding.Truth == Truth.False ? finding : finding with { Basis = [.. order.Written.Select(written => BasisOf(patient, written)), .. finding.Basis] };
        })];
        return Finding.Any(findings);
    }
}
