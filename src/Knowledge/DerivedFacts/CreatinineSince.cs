using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.DerivedFacts;

/// <summary>Whether a clearance of an earlier day is outdated because the creatinine is now half as high again as it was then, or more.</summary>
internal static class CreatinineSince
{
    private const decimal Rise = 1.5m;

    /// <summary>How far from the clearance the creatinine may lie that it is compared with.</summary>
    private const int DaysAround = 30;

    /// <summary>
    /// True when a newer creatinine is 50 % or more above that of the time of the clearance: of its day, else the nearest one. Without a creatinine to compare with it is not known to have risen.
    /// </summary>
    public static bool HasRisen(PatientContext patient, FactTime at, ClinicalDate clearance)
    {
        FactReading newest = patient.Read("creatinine", at);
        if (newest.Range?.Low is not { } now || newest.Date is not { } today || today.EarliestDay <= clearance.LatestDay) return false;
        ObservedFact? then = patient.Series("creatinine")
            .Where(o => o.Date.LatestDay < today.EarliestDay && Distance(o, clearance) <= DaysAround && o.Value is QuantityValue { Range.High: not null })
            .MinBy(o => Distance(o, clearance));
        return then?.Value is QuantityValue { Range.High: { } before } && before > 0m && now >= before * Rise;
    }

    private static int Distance(ObservedFact creatinine, ClinicalDate clearance) => Math.Abs(creatinine.Date.LatestDay.DayNumber - clearance.LatestDay.DayNumber);
}
