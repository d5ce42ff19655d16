using Cds.FhirMapping.Reading;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.DataTypes;

/// <summary>Dose of one administration, when and how often, as far as a dosage says so.</summary>
/// <param name="Amount">Amount of one dose.</param>
/// <param name="Unit">Unit of one dose, as sent.</param>
/// <param name="DosesPer28Days">Planned doses in 28 days.</param>
internal readonly record struct DosageReading(decimal? Amount, string? Unit, decimal? DosesPer28Days)
{
    /// <summary>Reads the first dosage that gives a dose, and the first timing.</summary>
    public static DosageReading Read(IEnumerable<Dosage> dosages)
    {
        decimal? amount = null;
        string? unit = null;
        decimal? doses = null;
        foreach (Dosage dosage in dosages)
        {
            if (amount is null) (amount, unit) = Dose(dosage);
            bool asNeeded = dosage.AsNeeded is CodeableConcept || (dosage.AsNeeded as FhirBoolean).Truth() == true;
            if (!asNeeded && dosage.Timing is { } timing) doses ??= TimingReader.DosesPer28Days(timing);
        }

        return new DosageReading(amount, unit, doses);
    }

    /// <summary>Reads the one dose of an administration.</summary>
    public static DosageReading Read(MedicationAdministration.DosageComponent? dosage)
    {
        (decimal? amount, string? unit) = Of(dosage?.Dose);
        return new DosageReading(amount, unit, null);
    }

    private static (decimal? Amount, string? Unit) Dose(Dosage dosage)
    {
        foreach (Dosage.DoseAndRateComponent rate in dosage.DoseAndRate)
        {
            if (Of(rate.Dose as Quantity) is { Amount: not null } quantity) return quantity;
            if (Of((rate.Dose as Hl7.Fhir.Model.Range)?.High) is { Amount: not null } high) return high;
        }

        return (null, null);
    }

    private static (decimal? Amount, string? Unit) Of(Quantity? quantity) =>
        quantity?.ValueElement.Number() is { } value ? (value, quantity.CodeElement.Text() ?? quantity.UnitElement.Text()) : (null, null);
}
