namespace Cds.Knowledge.DerivedFacts;

/// <summary>Completed years of life; a partial birth date leaves a range.</summary>
internal sealed class Age() : DerivedFact("age")
{
    public override FactReading Read(PatientContext patient, FactTime at)
    {
        if (patient.Record.BirthDate is not { } born) return FactReading.Unknown("age");
        DateOnly day = at == FactTime.Baseline && patient.Therapy.FirstTreatmentDay is { } start ? start : patient.AsOf.Day;
        if (born.EarliestDay > day) return FactReading.Unknown("age");
        int youngest = Math.Max(0, Years(born.LatestDay, day));
        int oldest = Years(born.EarliestDay, day);
        var range = new ValueRange(youngest, true, oldest, true);
        FactDefinition fact = patient.Knowledge.Facts[Id];
        return new FactReading
        {
            Value = new QuantityValue(range),
            Basis = [new Basis { Fact = Id, Title = fact.Title, Value = new QuantityValue(range), Unit = fact.Unit, Date = born.Text, Resource = patient.Record.Subject }],
            Missing = ["age"],
        };
    }

    private static int Years(DateOnly born, DateOnly day)
    {
        int years = day.Year - born.Year;
        bool birthdayAhead = (day.Month, day.Day).CompareTo((born.Month, born.Day)) < 0;
        return birthdayAhead ? years - 1 : years;
    }
}
