using Cds.Knowledge.Evaluation;

namespace Cds.Knowledge.Criteria;

/// <summary>One of the drugs runs at the time asked about.</summary>
/// <param name="Drugs">Drug ids.</param>
public sealed record OnDrug(IReadOnlyList<string> Drugs) : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient) => patient.Therapy.Running(patient.Counting(Drugs));

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => Drugs.Select(d => new Reference(ReferenceKind.Drug, d));
}

/// <summary>A drug of the class runs at the time asked about.</summary>
/// <param name="DrugClass">Class id.</param>
public sealed record OnDrugOfClass(string DrugClass) : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient) => patient.Therapy.Running(patient.Counting(patient.Therapy.DrugsOf(DrugClass)));

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => [new(ReferenceKind.DrugClass, DrugClass)];
}

/// <summary>The drug, or a drug of the class, was ever given.</summary>
/// <param name="DrugOrClass">Drug or class id.</param>
/// <param name="IsClass">Whether it is a class.</param>
public sealed record ExposedTo(string DrugOrClass, bool IsClass) : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient) => patient.Therapy.Exposed(DrugOrClass);

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => [new(IsClass ? ReferenceKind.DrugClass : ReferenceKind.Drug, DrugOrClass)];
}

/// <summary>The disease is refractory to the drug, or to a drug of the class.</summary>
/// <param name="DrugOrClass">Drug or class id.</param>
/// <param name="IsClass">Whether it is a class.</param>
public sealed record RefractoryTo(string DrugOrClass, bool IsClass) : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient) => patient.Therapy.Refractory(DrugOrClass);

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => [new(IsClass ? ReferenceKind.DrugClass : ReferenceKind.Drug, DrugOrClass)];
}
