namespace Cds.Knowledge.DerivedFacts;

/// <summary>
/// A lesion first reported after the start of the latest line: extramedullary disease, a plasmacytoma, or bone lesions where none or fewer were known.
/// Absent when nothing new is recorded in that time (a new lesion is an event that is written down), unknown while the conditions were not read.
/// </summary>
internal sealed class NewLesion() : DerivedFact("new-lesion")
{
    public override IReadOnlyList<LimitGroup> Limits => LimitGroups.Course;

    public override FactReading Read(PatientContext patient, FactTime at)
    {
        if (patient.Therapy.Lines is not [.., { } line]) return FactReading.Unknown(Id);
        FactDefinition definition = patient.Knowledge.Facts[Id];
        var found = new List<Basis>();
        foreach (string factId in definition.FromFacts)
        {
            IReadOnlyList<ObservedFact> series = patient.Series(factId);
            decimal known = series.Where(o => o.Date.EarliestDay <= line.Start).Select(Lesions).DefaultIfEmpty(0m).Max();
            ObservedFact? added = series.FirstOrDefault(o => o.Date.EarliestDay > line.Start && Lesions(o) > known);
            if (added is not null) found.Add(patient.BasisOf(added));
        }

        foreach (RecordedCondition condition in patient.ConditionsEver(definition.FromConditions))
        {
            if (condition.Since is { } since && since.EarliestDay > line.Start)
                found.Add(new Basis { Fact = condition.ConditionId, Title = patient.Knowledge.Conditions[condition.ConditionId].Title, Date = since.Text, Resource = condition.Resource });
        }

        if (found.Count == 0 && patient.Gaps.Ever(RecordedHistory.Conditions, definition.FromConditions) is { Count: > 0 } gaps) return FactReading.Unknown(gaps[0]);
        return Computed(patient, new PresenceValue(found.Count > 0), found);
    }

    private static decimal Lesions(ObservedFact observed) => observed.Value switch
    {
        PresenceValue presence => presence.Present ? 1m : 0m,
        QuantityValue { Range.Low: { } low } => low,
        _ => 0m,
    };
}
