using Hl7.Fhir.Model;

namespace Cds.FhirMapping.DataTypes;

/// <summary>Dose of one administration, when and how often, as far as a dosage says so.</summary>
/// <param name="Amount">Amount of one dose.</param>
/// <param name="Unit">Unit of one dose, as sent.</param>
/// <param name="DosesPer28Days">Planned doses in 28 days.</param>
internal readonly record struct DosageReading(decimal? Amount, string? Unit, decimal? DosesPer28Days)
{
    /// <summary>The unit in words, where a code stands beside it.</summary>
    public string? UnitText { get; init; }

    /// <summary>Whether it says a dose that is none of these amounts: words, a maximum, a rate, or two units that cannot be added.</summary>
    public bool HasOtherDose { get; init; }

    /// <summary>Whether it says when the dose is given, and not how often: words, a need, a code that is not known.</summary>
    public bool HasOtherTiming { get; init; }

    /// <summary>Reads the instructions of an order.</summary>
    public static DosageReading Read(IEnumerable<Dosage> dosages)
    {
        InstructionReading[] read = [.. dosages.Select(InstructionReading.Of)];
        InstructionReading[] dosed = [.. read.Where(instruction => instruction.Dose is not null)];
        if (dosed.Length == 0)
        {
            return new DosageReading(null, null, read.Select(instruction => instruction.Doses).FirstOrDefault(doses => doses is not null))
            {
                HasOtherDose = read.Any(instruction => instruction.HasOtherDose),
                HasOtherTiming = read.Any(instruction => instruction.HasOtherTiming),
            };
        }

        DoseQuantity largest = dosed.MaxBy(instruction => instruction.Dose!.Value.Amount).Dose!.Value;
        bool comparable = dosed.All(instruction => instruction.Dose!.Value.HasUnitOf(largest));
        DoseQuantity dose = comparable ? largest : dosed[0].Dose!.Value;
        bool timed = dosed.All(instruction => instruction.Doses is not null);
        // A dose without a timing beside one that has it (the timing may stand in an instruction of its own).
        decimal? doses = dosed.Length == 1 ? dosed[0].Doses ?? read.Select(instruction => instruction.Doses).FirstOrDefault(d => d is not null)
            : comparable && timed && dose.Amount > 0 ? Total(dosed) / dose.Amount : null;
        return new DosageReading(dose.Amount, dose.Unit, doses)
        {
            UnitText = dose.UnitText,
            HasOtherDose = !comparable,
            HasOtherTiming = doses is null && read.Any(instruction => instruction.HasOtherTiming || (dosed.Length > 1 && instruction.Doses is not null)),
        };
    }

    /// <summary>Reads the one dose of an administration.</summary>
    public static DosageReading Read(MedicationAdministration.DosageComponent? dosage) => DoseQuantity.Of(dosage?.Dose) is { } dose
        ? new DosageReading(dose.Amount, dose.Unit, null) { UnitText = dose.UnitText }
        : new DosageReading(null, null, null);

    /// <summary>
    /// What all instructions give in 28 days. Instructions in a sequence follow each other: the one that gives most counts.
    /// </summary>
    private static decimal Total(InstructionReading[] dosed)
    {
        decimal[] totals = [.. dosed.GroupBy(instruction => instruction.Sequence).Select(together => together.Sum(i => i.Dose!.Value.Amount * i.Doses!.Value))];
        return totals.Max();
    }
}
