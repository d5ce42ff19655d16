using Cds.FhirMapping.Reading;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.DataTypes;

/// <summary>The amount of one dose as it was sent.</summary>
/// <param name="Amount">Amount; of a range the upper end.</param>
/// <param name="Unit">Code of the unit, else its words; null for none.</param>
/// <param name="UnitText">The words of the unit, where a code stands beside them.</param>
internal readonly record struct DoseQuantity(decimal Amount, string? Unit, string? UnitText)
{
    /// <summary>The dose of a quantity; null when it has no amount.</summary>
    public static DoseQuantity? Of(Quantity? quantity)
    {
        if (quantity?.ValueElement.Number() is not { } amount) return null;
        string? code = quantity.CodeElement.Text();
        string? words = quantity.UnitElement.Text();
        return new DoseQuantity(amount, code ?? words, code is null ? null : words);
    }

    /// <summary>Whether two doses can be compared as they are.</summary>
    public bool HasUnitOf(DoseQuantity other) => Unit == other.Unit && UnitText == other.UnitText;
}
