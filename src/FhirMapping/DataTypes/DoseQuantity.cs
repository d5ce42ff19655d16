using Hl7.Fhir.Model;

namespace Cds.FhirMapping.DataTypes;

/// <summary>The amount of one dose as it was sent.</summary>
/// <param name="Amount">Amount; of a range the upper end.</param>
/// <param name="Unit">Code of the unit, else its words; null for none.</param>
/// <param name="UnitText">The words of the unit, where a code stands beside them.</param>
internal readonly record struct DoseQuantity(decimal Amount, string? Unit, string? UnitText)
{
    // No dose of any drug in any unit lies beyond; products of several of them stay within the range of decimals.
    private const decimal Largest = 1_000_000_000m;
    private const decimal Smallest = 0.000_001m;

    /// <summary>The dose of a quantity; null when it has no amount that can be reckoned with.</summary>
    public static DoseQuantity? Of(Quantity? quantity)
    {
        if (quantity?.ValueElement.Number() is not { } amount || !IsUsable(amount)) return null;
        string? code = quantity.CodeElement.Text();
        string? words = quantity.UnitElement.Text();
        return new DoseQuantity(amount, code ?? words, code is null ? null : words);
    }

    /// <summary>Whether an amount can be reckoned with.</summary>
    public static bool IsUsable(decimal amount) => amount == 0m || Math.Abs(amount) is >= Smallest and <= Largest;

    /// <summary>Whether two doses can be compared as they are.</summary>
    public bool HasUnitOf(DoseQuantity other) => Unit == other.Unit && UnitText == other.UnitText;
}
