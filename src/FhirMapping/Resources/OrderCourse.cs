using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>From when on, and for how many days, an order being written is given.</summary>
/// <param name="FirstDay">The first day; null where it says none.</param>
/// <param name="Days">Days from the first dose to the last; null where it has no end.</param>
internal readonly record struct OrderCourse(DateOnly? FirstDay, decimal? Days)
{
    /// <summary>Reads the timings of an order, else how long its supply lasts.</summary>
    public static OrderCourse Of(MedicationRequest order, ResourceDates dates)
    {
        (ClinicalDate? First, decimal? Days)[] courses = [.. order.DosageInstruction.Select(dosage => dosage.Timing).OfType<Timing>().Select(timing => Of(timing, dates))];
        DateOnly? first = courses.Select(course => course.First?.EarliestDay).OfType<DateOnly>().Cast<DateOnly?>().DefaultIfEmpty().Min();
        bool hasEnd = courses.Length > 0 && courses.All(course => course.Days is not null);
        return new OrderCourse(first, hasEnd ? courses.Max(course => course.Days) : TimingReader.Days(order.DispenseRequest?.ExpectedSupplyDuration));
    }

    private static (ClinicalDate? First, decimal? Days) Of(Timing timing, ResourceDates dates)
    {
        (ClinicalDate? start, ClinicalDate? end, decimal? days) = TimingReader.Bounds(timing, dates);
        if (days is null && start is { } from && end is { } to) days = to.LatestDay.DayNumber - from.EarliestDay.DayNumber + 1;
        return (start, days ?? TimingReader.CountedDays(timing));
    }
}
