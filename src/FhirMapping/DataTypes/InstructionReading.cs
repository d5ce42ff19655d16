using System.Collections;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.DataTypes;

/// <summary>What one dosage instruction says.</summary>
/// <param name="Dose">One dose; null when it gives no amount.</param>
/// <param name="Doses">Planned doses in 28 days; null when it does not say, or gives them as needed.</param>
internal readonly record struct InstructionReading(DoseQuantity? Dose, decimal? Doses)
{
    /// <summary>Its place in a sequence; null where instructions hold together.</summary>
    public decimal? Sequence { get; private init; }

    /// <summary>Whether it says a dose that is no amount.</summary>
    public bool HasOtherDose { get; private init; }

    /// <summary>Whether it says when, and not how often.</summary>
    public bool HasOtherTiming { get; private init; }

    public static InstructionReading Of(Dosage dosage)
    {
        bool asNeeded = dosage.AsNeeded is CodeableConcept || (dosage.AsNeeded as FhirBoolean).Truth() == true;
        decimal? doses = !asNeeded && dosage.Timing is { } timing ? TimingReader.DosesPer28Days(timing) : null;
        DoseQuantity? dose = DoseOf(dosage);
        DoseQuantity? daily = DailyOf(dosage);
        // Japanese orders give the amount of a day beside, or instead of, that of a dose.
        if (!asNeeded && dose is { Amount: > 0 } one && daily is { } day && day.HasUnitOf(one)) doses ??= TimingReader.Usable(day.Amount / one.Amount * TimingReader.ObservedDays);
        else if (dose is null && doses >= TimingReader.ObservedDays && daily is { } whole) dose = whole with { Amount = whole.Amount * TimingReader.ObservedDays / doses.Value };
        bool hasWords = dosage.TextElement.Text() is not null || dosage.PatientInstructionElement.Text() is not null;
        return new InstructionReading(dose, doses)
        {
            Sequence = dosage.SequenceElement.Number(),
            HasOtherDose = dose is null && (hasWords || dosage.DoseAndRate.Count > 0 || dosage.MaxDosePerAdministration is not null || dosage.MaxDosePerPeriod is not null),
            HasOtherTiming = doses is null && (asNeeded || hasWords || SaysWhen(dosage.Timing)),
        };
    }

    /// <summary>A dose for one day only is chosen, and is nothing that a number of doses in four weeks would tell.</summary>
    private static bool SaysWhen(Timing? timing) => timing is not null && timing.Repeat?.CountElement.Number() != 1m && timing.EventElement.Count != 1
        && (timing.Code.Name() is not null || timing.EventElement.Count > 1 || timing.Repeat is { } repeat && repeat.EnumerateElements().Any(element => element.Key != "bounds" && element.Value is not IList { Count: 0 }));

    /// <summary>The first amount, one that is no count of pieces before one that is.</summary>
    private static DoseQuantity? DoseOf(Dosage dosage)
    {
        DoseQuantity[] doses = [.. dosage.DoseAndRate.Select(rate => DoseQuantity.Of(rate.Dose as Quantity) ?? DoseQuantity.Of((rate.Dose as Hl7.Fhir.Model.Range)?.High)).OfType<DoseQuantity>()];
        return doses.Cast<DoseQuantity?>().FirstOrDefault(dose => !PieceUnits.Contains(dose!.Value.Unit)) ?? doses.Cast<DoseQuantity?>().FirstOrDefault();
    }

    /// <summary>The amount of one day, given as a rate.</summary>
    private static DoseQuantity? DailyOf(Dosage dosage)
    {
        foreach (Ratio ratio in dosage.DoseAndRate.Select(rate => rate.Rate).OfType<Ratio>())
        {
            if (TimingReader.Days(ratio.Denominator) == 1m && DoseQuantity.Of(ratio.Numerator) is { } daily) return daily;
        }

        return null;
    }
}
