using Cds.Knowledge.DerivedFacts;

namespace Cds.Knowledge.Therapy;

/// <summary>Tells the purpose of a record from the procedures around it.</summary>
internal static class DosePurposes
{
    public static DosePurpose Of(PatientContext patient, DrugRecord record, DateOnly start)
    {
        foreach (DosePurpose purpose in patient.Knowledge.Drugs[record.DrugId].GivenFor)
        {
            if (IsFor(purpose, patient, record, start)) return purpose;
        }

        return DosePurpose.Treatment;
    }

    private static bool IsFor(DosePurpose purpose, PatientContext patient, DrugRecord record, DateOnly start) => purpose switch
    {
        DosePurpose.Conditioning => HighDose.IsMelphalanConditioning(Limits(patient), record) || EndsBefore(record, start, patient.Events.PrecededBy(purpose), Limits(patient).ConditioningDays),
        DosePurpose.Mobilisation => EndsBefore(record, start, patient.Events.PrecededBy(purpose), Limits(patient).MobilisationDays),
        DosePurpose.Lymphodepletion => Events.LatestCarTInfusion(patient) is var (infused, _) && EndsBefore(record, start, [infused.EarliestDay], Limits(patient).LymphodepletionDays),
        _ => throw new InvalidOperationException($"Say when a dose is given for {purpose}."),
    };

    private static LineLimits Limits(PatientContext patient) => patient.Knowledge.Computations.Lines;

    /// <summary>Whether a short course, from so many days before one of the events on, was over when it came. The days of the events are in order: the first after the course decides.</summary>
    private static bool EndsBefore(DrugRecord record, DateOnly start, DateOnly[] events, int withinDays)
    {
        if (events.Length == 0) return false;
        bool isOver = record.End is not null || record.Source is DrugRecordSource.Administration or DrugRecordSource.Dispense || record.Status != DrugRecordStatus.Active;
        if (!isOver) return false;
        DateOnly last = record.End is { } end && end.LatestDay > start ? end.LatestDay : start;
        int next = Array.BinarySearch(events, last);
        if (next < 0) next = ~next;
        return next < events.Length && start >= events[next].PlusDays(-withinDays);
    }
}
