namespace Cds.FhirMapping.Values;

/// <summary>When a fact holds: when it was observed, unless the value itself is the date that matters.</summary>
internal static class FactDate
{
    /// <summary>An examination (dental check) sent as a date was on that date; the resource only says when it was noted.</summary>
    public static ClinicalDate Of(FactDefinition fact, ObservedResult result, ResourceDates dates, ClinicalDate observed) =>
        fact.IsExamination && dates.Read(result.Value) is { } checkedOn ? checkedOn : observed;
}
