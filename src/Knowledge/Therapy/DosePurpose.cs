using Cds.Knowledge.DerivedFacts;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;

namespace Cds.Knowledge.Therapy;

/// <summary>What an anti-myeloma drug was given for. Only treatment starts a line of therapy.</summary>
public enum DosePurpose
{
    /// <summary>Treatment of the disease.</summary>
    Treatment,

    /// <summary>Melphalan before a transplant.</summary>
    Conditioning,

    /// <summary>Cyclophosphamide before the harvest of stem cells (jsh-2023, algorithm: high-dose cyclophosphamide with G-CSF).</summary>
    Mobilisation,

    /// <summary>Cyclophosphamide in the days before CAR-T cells (ide-cel-2023: days -5 to -3); not directed at the myeloma.</summary>
    Lymphodepletion,
}

/// <summary>Tells the purpose of a record from the procedures around it.</summary>
internal static class DosePurposes
{
    /// <summary>Days before a transplant in which melphalan is its conditioning.</summary>
    private const int ConditioningDays = 14;

    /// <summary>Days before a harvest in which cyclophosphamide mobilises stem cells (the cells are collected when the counts recover).</summary>
    private const int MobilisationDays = 30;

    /// <summary>Days before CAR-T cells in which cyclophosphamide depletes lymphocytes.</summary>
    private const int LymphodepletionDays = 7;

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
        DosePurpose.Conditioning => HighDose.IsMelphalanConditioning(record) || EndsBefore(record, start, DaysOf(patient, purpose), ConditioningDays),
        DosePurpose.Mobilisation => EndsBefore(record, start, DaysOf(patient, purpose), MobilisationDays),
        DosePurpose.Lymphodepletion => Events.LatestCarTInfusion(patient) is var (infused, _) && EndsBefore(record, start, [infused.EarliestDay], LymphodepletionDays),
        _ => throw new InvalidOperationException($"Say when a dose is given for {purpose}."),
    };

    /// <summary>Whether a short course, from so many days before one of the events on, was over when it came.</summary>
    private static bool EndsBefore(DrugRecord record, DateOnly start, IEnumerable<DateOnly> events, int withinDays)
    {
        bool isOver = record.End is not null || record.Source is DrugRecordSource.Administration or DrugRecordSource.Dispense || record.Status != DrugRecordStatus.Active;
        return isOver && events.Any(day => start <= day && start >= day.AddDays(-withinDays) && (record.End is not { } end || end.LatestDay <= day));
    }

    private static IEnumerable<DateOnly> DaysOf(PatientContext patient, DosePurpose purpose) =>
        patient.Procedures(patient.Knowledge.Roles.ProceduresPrecededBy(purpose)).Where(p => p.Performed is not null).Select(p => p.Performed!.Value.LatestDay);
}
