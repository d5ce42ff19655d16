using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>Dated events that durations are counted from.</summary>
internal static class Events
{
    /// <summary>Days since the latest of the procedures.</summary>
    public static FactReading DaysSince(
        PatientContext patient, IReadOnlyList<RecordedProcedure> procedures, string factId, Func<ValueRange, IReadOnlyList<Basis>, FactReading> computed)
    {
        RecordedProcedure? latest = procedures.LastOrDefault(p => p.Performed is not null);
        return latest?.Performed is { } date ? computed(DaysSince(patient, date), [BasisOf(patient, latest)]) : FactReading.Unknown(factId);
    }

    /// <summary>Days since a date, a range when the date is partial.</summary>
    public static ValueRange DaysSince(PatientContext patient, ClinicalDate date)
    {
        int today = patient.AsOf.Day.DayNumber;
        return new ValueRange(Math.Max(0, today - date.LatestDay.DayNumber), true, Math.Max(0, today - date.EarliestDay.DayNumber), true);
    }

    /// <summary>The latest CAR-T infusion.</summary>
    public static (ClinicalDate Date, Basis Basis)? LatestCarTInfusion(PatientContext patient)
    {
        var infusions = new List<(ClinicalDate Date, Basis Basis)>();
        foreach (RecordedProcedure procedure in patient.Procedures(patient.Knowledge.Roles.Procedures(SinceEvent.CarTInfusion)))
        {
            if (procedure.Performed is { } performed) infusions.Add((performed, BasisOf(patient, procedure)));
        }

        IReadOnlyList<string> cells = patient.Knowledge.Roles.Drugs(SinceEvent.CarTInfusion);
        foreach (DrugRecord record in patient.Record.DrugRecords)
        {
            if (cells.Contains(record.DrugId) && record.Source != DrugRecordSource.Request && record.Start is { } start && patient.HasBegun(start))
                infusions.Add((start, new Basis { Fact = record.DrugId, Title = patient.Knowledge.Drugs[record.DrugId].Title, Date = start.Text, Resource = record.Resource }));
        }

        // A procedure and an administration of the same day describe one infusion: the one with a time of day says more.
        return infusions.Count == 0 ? null : infusions.OrderBy(i => i.Date.EarliestDay).ThenBy(i => i.Date.HasTime).ThenBy(i => i.Basis.Resource, StringComparer.Ordinal).Last();
    }

    /// <summary>From the first autologous transplant to the next progression.</summary>
    public static (DateOnly From, DateOnly Until, IReadOnlyList<Basis> Basis)? FirstRemission(PatientContext patient)
    {
        RecordedProcedure? transplant = patient.Procedures(patient.Knowledge.Roles.Procedures(SinceEvent.AutologousTransplant)).FirstOrDefault(p => p.Performed is not null);
        if (transplant?.Performed is not { } performed) return null;
        DateOnly from = performed.EarliestDay;
        Progression? next = patient.Therapy.Progressions.FirstOrDefault(p => p.Day > from);
        IReadOnlyList<Basis> basis = next is null ? [BasisOf(patient, transplant)] : [BasisOf(patient, transplant), next.Basis];
        return (from, next?.Day ?? patient.AsOf.Day, basis);
    }

    /// <summary>Hours of a time span, exact to the tick.</summary>
    public static decimal Hours(TimeSpan span) => (decimal)span.Ticks / TimeSpan.TicksPerHour;

    /// <summary>The basis entry of a procedure.</summary>
    public static Basis BasisOf(PatientContext patient, RecordedProcedure procedure) => new()
    {
        Fact = procedure.ProcedureId,
        Title = patient.Knowledge.Procedures[procedure.ProcedureId].Title,
        Date = procedure.Performed?.Text,
        Resource = procedure.Resource,
        Comment = procedure.MatchedByText ? EvaluationTexts.ByName : null,
    };
}
