using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>Body mass index, kg/m2, when none was recorded: weight in kg over the square of height in m.</summary>
internal sealed class BodyMassIndex() : DerivedFact("body-mass-index")
{
    public override FactReading Read(PatientContext patient, FactTime at)
    {
        FactReading height = BodySize.Height(patient, at);
        FactReading weight = BodySize.Weight(patient, at);
        if (height.Range?.Exact is not { } centimetres || weight.Range?.Exact is not { } kilograms || centimetres <= 0m) return Lacking(height, weight);
        decimal metres = centimetres / 100m;
        return Computed(patient, ValueRange.Exactly(kilograms / (metres * metres)), [.. height.Basis, .. weight.Basis]);
    }
}
