namespace Cds.FhirMapping.Terminology;

/// <summary>How much of a drug a volume of a liquid holds, as it was printed: 120 mg in 1.7 mL.</summary>
/// <param name="Amount">Amount of the drug, above 0.</param>
/// <param name="Unit">UCUM unit of the amount.</param>
/// <param name="Millilitres">The volume, above 0.</param>
internal readonly record struct Concentration(decimal Amount, string Unit, decimal Millilitres)
{
    /// <summary>The amount in so many millilitres.</summary>
    public decimal In(decimal millilitres) => Amount * millilitres / Millilitres;

    /// <summary>Whether two say the same.</summary>
    public bool Equals(Concentration other) => Unit == other.Unit && Amount * other.Millilitres == other.Amount * Millilitres;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Unit, Math.Round(Amount / Millilitres, 9));
}
