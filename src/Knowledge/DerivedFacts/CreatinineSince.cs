namespace Cds.Knowledge.DerivedFacts;

/// <summary>Whether a clearance of an earlier day is outdated because the creatinine has risen so much since.</summary>
internal static class CreatinineSince
{
    /// <summary>
    /// True when a newer creatinine is so much above that of the time of the clearance: of its day, else the nearest one. Without a creatinine to compare with it is not known to have risen.
    /// </summary>
    public static bool HasRisen(PatientContext patient, FactTime at, ClinicalDate clearance)
    {
        DerivedLimits limits = patient.Knowledge.Computations.Derived;
        FactReading newest = patient.Read("creatinine", at);
        if (newest.Range?.Low is not { } now || newest.Date is not { } today || today.EarliestDay <= clearance.LatestDay) return false;
        ObservedFact? then = patient.Series("creatinine")
            .Where(o => o.Date.LatestDay < today.EarliestDay && Distance(o, clearance) <= limits.ClearanceCreatinineDays && o.Value is QuantityValue { Range.High: not null })
            .MinBy(o => Distance(o, clearance));
        return then?.Value is QuantityValue { Range.High: { } before } && before > 0m && limits.ClearanceOutdatedRise.IsRise(before, now);
    }

    private static int Distance(ObservedFact creatinine, ClinicalDate clearance) => Math.Abs(creatinine.Date.LatestDay.DayNumber - clearance.LatestDay.DayNumber);
}
