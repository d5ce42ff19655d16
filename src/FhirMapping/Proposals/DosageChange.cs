using Cds.Knowledge.Recommendations;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Proposals;

/// <summary>Puts another dose into the dosage instructions of a valid draft.</summary>
internal static class DosageChange
{
    public static void Apply(MedicationRequest copy, DoseChange change, Language language)
    {
        List<Dosage> dosages = copy.DosageInstruction.Count > 0 ? copy.DosageInstruction : [new Dosage()];
        // Two instructions with one new timing would be twice the dose.
        if (change.Frequency is not null) dosages = dosages[..1];
        foreach (Dosage dosage in dosages) Apply(dosage, change, language);
        copy.DosageInstruction = dosages;
    }

    private static void Apply(Dosage dosage, DoseChange change, Language language)
    {
        dosage.Text = change.Text.In(language);
        dosage.PatientInstruction = null;
        if (change.Frequency is { } frequency) dosage.Timing = new Timing { Repeat = ProposalParts.Repeat(frequency) };
        dosage.DoseAndRate = change is { DoseAmount: { } amount, DoseUnit: { } unit }
            ? [new Dosage.DoseAndRateComponent { Dose = ProposalParts.Quantity(amount, unit) }]
            : [];
        if (MaximumBelow(dosage, change)) dosage.MaxDosePerAdministration = null;
    }

    /// <summary>A limit of the old order that the new dose would exceed, or that cannot be compared with it.</summary>
    private static bool MaximumBelow(Dosage dosage, DoseChange change) =>
        dosage.MaxDosePerAdministration is { } maximum && !(maximum.Code == change.DoseUnit && maximum.ValueElement.Number() >= change.DoseAmount);
}
