using Cds.Knowledge.Computations;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

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
        DosePurpose.Conditioning => HighDose.IsMelphalanConditioning(Limits(patient), record) || EndsBefore(record, start, DaysOf(patient, purpose), Limits(patient).ConditioningDays),
        DosePurpose.Mobilisation => EndsBefore(record, start, DaysOf(patient, purpose), Limits(patient).MobilisationDays),
        DosePurpose.Lymphodepletion => Events.LatestCarTInfusion(patient) is var (infused, _) && EndsBefore(record, start, [infused.EarliestDay], Limits(patient).LymphodepletionDays),
        _ => throw new InvalidOperationException($"Say when a dose is given for {purpose}."),
    };

    private static LineLimits Limits(PatientContext patient) => patient.Knowledge.Computations.Lines;

    /// <summary>Whether a short course, from so many days before one of the events on, was over when it came.</summary>
    private static bool EndsBefore(DrugRecord record, DateOnly start, IEnumerable<DateOnly> events, int withinDays)
    {
        bool isOver = record.End is not null || record.Source is DrugRecordSource.Administration or DrugRecordSource.Dispense || record.Status != DrugRecordStatus.Active;
        return isOver && events.Any(day => start <= day && start >= day.PlusDays(-withinDays) && (record.End is not { } end || end.LatestDay <= day));
    }

    private static IEnumerable<DateOnly> DaysOf(PatientContext patient, DosePurpose purpose) =>
        patient.Procedures(patient.Knowledge.Roles.ProceduresPrecededBy(purpose)).Where(p => p.Performed is not null).Select(p => p.Performed!.Value.LatestDay);
}
