namespace Cds.Knowledge.DerivedFacts;

/// <summary>
/// Body surface area, m2, when none was recorded: Mosteller, N Engl J Med 1987;317:1098 (square root of height in cm x weight in kg / 3600).
/// </summary>
internal sealed class BodySurfaceArea() : DerivedFact("body-surface-area")
{
    public override FactReading Read(PatientContext patient, FactTime at)
    {
        FactReading height = BodySize.Height(patient, at);
        FactReading weight = BodySize.Weight(patient, at);
        if (height.Range?.Exact is not { } centimetres || weight.Range?.Exact is not { } kilograms) return Lacking(height, weight);
        return Computed(patient, ValueRange.Exactly(SquareRoot(centimetres * kilograms / 3600m)), [.. height.Basis, .. weight.Basis]);
    }

    /// <summary>Newton's method in decimals: four correct places are far more than a dose needs.</summary>
    private static decimal SquareRoot(decimal value)
    {
        if (value <= 0m) return 0m;
        decimal root = value < 1m ? 1m : value;
        for (int i = 0; i < 40; i++) root = (root + value / root) / 2m;
        return Math.Round(root, 4);
    }
}
