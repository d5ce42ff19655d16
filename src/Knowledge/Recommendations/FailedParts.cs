using Cds.Knowledge.Criteria;

namespace Cds.Knowledge.Recommendations;

/// <summary>
/// Of conditions that all have to hold those that do not; otherwise the condition as a whole. Only explanations of everything show them, and all of them have been evaluated when that is
/// asked for.
/// </summary>
internal sealed class FailedParts(PatientContext patient, Criterion criterion) : ListOnDemand<Criterion>
{
    /// <inheritdoc />
    protected override IReadOnlyList<Criterion> Make() => Of(criterion);

    private IReadOnlyList<Criterion> Of(Criterion whole) =>
        whole is AllOf all ? [.. all.Parts.Where(part => part.Evaluate(patient).Truth == Truth.False).SelectMany(Of)] : [whole];
}
