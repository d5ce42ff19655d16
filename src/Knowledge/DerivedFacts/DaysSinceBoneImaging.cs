namespace Cds.Knowledge.DerivedFacts;

/// <summary>Days since the latest finding of an imaging of the skeleton, whatever it showed; unknown while none is recorded.</summary>
internal sealed class DaysSinceBoneImaging() : DerivedFact("days-since-bone-imaging")
{
    public override FactReading Read(PatientContext patient, FactTime at)
    {
        IReadOnlyList<string> from = patient.Knowledge.Facts[Id].FromFacts;
        ObservedFact? latest = from.SelectMany(patient.Series).MaxBy(observed => observed.Date.EarliestDay);

        // Lesions of a problem list are known without an imaging: then another imaging is what lacks.
        if (latest is null) return FactReading.Unknown(from.FirstOrDefault(fact => patient.Read(fact, FactTime.Ever).Value is null) ?? Id);
        int today = patient.AsOf.Day.DayNumber;
        return Computed(
            patient,
            new ValueRange(Math.Max(0, today - latest.Date.LatestDay.DayNumber), true, today - latest.Date.EarliestDay.DayNumber, true),
            [patient.BasisOf(latest)]);
    }
}
