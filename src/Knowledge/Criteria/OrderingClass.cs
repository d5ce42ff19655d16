using Cds.Knowledge.Evaluation;

namespace Cds.Knowledge.Criteria;

/// <summary>A drug of the class is being ordered.</summary>
/// <param name="DrugClass">Class id.</param>
public sealed record OrderingClass(string DrugClass) : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient) => OrderEvidence.AnyOf(
        patient, patient.JudgedOrders.Where(o => patient.Knowledge.Drugs[o.DrugId].Class == DrugClass), _ => Finding.Always);

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => [OrderEvidence.Reference, new(ReferenceKind.DrugClass, DrugClass)];
}
