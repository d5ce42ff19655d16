namespace Cds.Knowledge.DerivedFacts;

/// <summary>Days since the first recorded plasma-cell disorder.</summary>
internal sealed class DaysSinceDiagnosis() : DerivedFact("days-since-diagnosis")
{
    public override FactReading Read(PatientContext patient, FactTime at)
    {
        RecordedCondition? first = patient.Record.Conditions
            .Where(c => patient.Knowledge.Conditions[c.ConditionId].IsPlasmaCellDisorder && c.Since is not null && patient.HasBegun(c.Since))
            .MinBy(c => c.Since!.Value.Earliest);
        if (first?.Since is not { } since) return FactReading.Unknown(Id);
        int today = patient.AsOf.Day.DayNumber;
        return Computed(patient, new ValueRange(Math.Max(0, today - since.LatestDay.DayNumber), true, today - since.EarliestDay.DayNumber, true),
            [new Basis { Fact = first.ConditionId, Title = patient.Knowledge.Conditions[first.ConditionId].Title, Date = since.Text, Resource = first.Resource }]);
    }
}

/// <summary>Days since the last anti-myeloma dose, maintenance included; 0 while one runs.</summary>
internal sealed class DaysSinceLastDose() : DerivedFact("days-since-last-dose")
{
    public override IReadOnlyList<LimitGroup> Limits => LimitGroups.Course;

    public override FactReading Read(PatientContext patient, FactTime at)
    {
        if (patient.Therapy.Lines is not [.., { } line]) return FactReading.Unknown(Id);
        int today = patient.AsOf.Day.DayNumber;
        DosingPeriod last = line.Periods.MaxBy(p => p.LatestEnd)!;
        return Computed(patient, new ValueRange(today - line.LastDose.DayNumber, true, today - line.EarliestLastDose.DayNumber, true), last.Basis);
    }
}

/// <summary>Completed calendar months from the last dose before the latest progression to that progression; 0 when it came under treatment.</summary>
internal sealed class MonthsSinceLastDose() : DerivedFact("months-since-last-dose")
{
    public override IReadOnlyList<LimitGroup> Limits => LimitGroups.Course;

    public override FactReading Read(PatientContext patient, FactTime at)
    {
        TherapyHistory therapy = patient.Therapy;
        if (therapy.Lines is not [.., { } line]) return FactReading.Unknown(Id);
        Progression? progression = therapy.Progressions.FirstOrDefault(p => p.Day > line.Start);
        DateOnly until = progression?.Day ?? patient.AsOf.Day;
        DosingPeriod last = line.Periods.MaxBy(p => p.LatestEnd)!;
        IReadOnlyList<Basis> from = progression is null ? last.Basis : [.. last.Basis, progression.Basis];
        return Computed(patient, new ValueRange(CalendarMonths.Between(line.LastDose, until), true, CalendarMonths.Between(line.EarliestLastDose, until), true), from);
    }
}

/// <summary>Days since the start of the latest line.</summary>
internal sealed class DaysSinceLineStart() : DerivedFact("days-since-line-start")
{
    public override IReadOnlyList<LimitGroup> Limits => LimitGroups.Course;

    public override FactReading Read(PatientContext patient, FactTime at) => patient.Therapy.Lines is [.., { } line]
        ? Computed(patient, ValueRange.Exactly(patient.AsOf.Day.DayNumber - line.Start.DayNumber), line.Periods[0].Basis)
        : FactReading.Unknown(Id);
}

/// <summary>Days since the start of the first line.</summary>
internal sealed class DaysSinceFirstTreatment() : DerivedFact("days-since-first-treatment")
{
    public override IReadOnlyList<LimitGroup> Limits => LimitGroups.Course;

    public override FactReading Read(PatientContext patient, FactTime at) => patient.Therapy.Lines is [{ } line, ..]
        ? Computed(patient, ValueRange.Exactly(patient.AsOf.Day.DayNumber - line.Start.DayNumber), line.Periods[0].Basis)
        : FactReading.Unknown(Id);
}

/// <summary>Days since the latest autologous transplant.</summary>
internal sealed class DaysSinceAutologousTransplant() : DerivedFact("days-since-autologous-transplant")
{
    public override FactReading Read(PatientContext patient, FactTime at) =>
        Events.DaysSince(patient, [.. patient.Procedures(patient.Knowledge.Roles.Procedures(SinceEvent.AutologousTransplant))], Id, (range, from) => Computed(patient, range, from));
}

/// <summary>Days since the latest CAR-T infusion, recorded as procedure or as drug.</summary>
internal sealed class DaysSinceCarTInfusion() : DerivedFact("days-since-car-t-infusion")
{
    public override FactReading Read(PatientContext patient, FactTime at) => Events.LatestCarTInfusion(patient) is var (date, basis)
        ? Computed(patient, Events.DaysSince(patient, date), [basis])
        : FactReading.Unknown(Id);
}

/// <summary>Hours since the latest CAR-T infusion; a range when only days are known.</summary>
internal sealed class HoursSinceCarTInfusion() : DerivedFact("hours-since-car-t-infusion")
{
    public override FactReading Read(PatientContext patient, FactTime at)
    {
        if (Events.LatestCarTInfusion(patient) is not var (date, basis)) return FactReading.Unknown(Id);
        DateTime first = patient.AsOf.EarliestMoment;
        decimal low = Math.Max(0m, Events.Hours(first - date.Latest));
        decimal high = Math.Max(0m, Events.Hours(patient.AsOf.Moment - date.Earliest));
        return Computed(patient, new ValueRange(low, true, high, true), [basis]);
    }
}

/// <summary>Days from the first autologous transplant to the next progression (to <c>asOf</c> while none is known).</summary>
internal sealed class FirstRemissionDays() : DerivedFact("first-remission-days")
{
    public override IReadOnlyList<LimitGroup> Limits => LimitGroups.Course;

    public override FactReading Read(PatientContext patient, FactTime at) => Events.FirstRemission(patient) is var (from, until, basis)
        ? Computed(patient, ValueRange.Exactly(until.DayNumber - from.DayNumber), basis)
        : FactReading.Unknown(Id);
}

/// <summary>The same in completed calendar months.</summary>
internal sealed class FirstRemissionMonths() : DerivedFact("first-remission-months")
{
    public override IReadOnlyList<LimitGroup> Limits => LimitGroups.Course;

    public override FactReading Read(PatientContext patient, FactTime at) => Events.FirstRemission(patient) is var (from, until, basis)
        ? Computed(patient, ValueRange.Exactly(CalendarMonths.Between(from, until)), basis)
        : FactReading.Unknown(Id);
}
