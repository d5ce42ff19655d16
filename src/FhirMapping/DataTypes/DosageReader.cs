using Cds.FhirMapping.Json;

namespace Cds.FhirMapping.DataTypes;

/// <summary>Dose of one administration, when and how often, as far as a dosage says so.</summary>
/// <param name="Amount">Amount of one dose.</param>
/// <param name="Unit">Unit of one dose, as sent.</param>
/// <param name="DosesPer28Days">Planned doses in 28 days.</param>
internal readonly record struct Dosage(decimal? Amount, string? Unit, decimal? DosesPer28Days)
{
    /// <summary>Reads the first dosage that gives a dose, and the first timing.</summary>
    public static Dosage Read(FhirElement dosages)
    {
        decimal? amount = null;
        string? unit = null;
        decimal? doses = null;
        foreach (FhirElement dosage in dosages.Items)
        {
            if (amount is null) (amount, unit) = Dose(dosage);
            bool asNeeded = dosage["asNeededBoolean"].Boolean == true || dosage["asNeeded"].Boolean == true || dosage["asNeededCodeableConcept"].Exists;
            if (!asNeeded) doses ??= TimingReader.DosesPer28Days(dosage["timing"]);
        }

        return new Dosage(amount, unit, doses);
    }

    private static (decimal? Amount, string? Unit) Dose(FhirElement dosage)
    {
        foreach (FhirElement rate in dosage["doseAndRate"].Items)
        {
            if (Of(rate["doseQuantity"]) is { Amount: not null } quantity) return quantity;
            if (Of(rate["doseRange"]["high"]) is { Amount: not null } high) return high;
        }

        // MedicationAdministration.dosage.dose, and senders of earlier releases.
        if (Of(dosage["dose"]) is { Amount: not null } dose) return dose;
        return Of(dosage["doseQuantity"]);
    }

    private static (decimal? Amount, string? Unit) Of(FhirElement quantity) =>
        quantity["value"].Number is { } value ? (value, quantity["code"].Text ?? quantity["unit"].Text) : (null, null);
}
