using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Companion.Patients;

/// <summary>The days on which the record of a patient changed: what a replay stops at.</summary>
internal static class Moments
{
    /// <summary>More stops than this are thinned out evenly; the last ones stay.</summary>
    private const int Most = 60, Latest = 20;

    /// <summary>The days up to a moment, oldest first, the moment itself last.</summary>
    public static IReadOnlyList<AsOf> Of(PatientFacts facts, KnowledgeBase knowledge, AsOf end)
    {
        DateOnly[] days =
        [
            .. Dates(facts, knowledge).Where(date => date.IsOneDay).Select(date => date.LatestDay).Where(day => day < end.Day).Distinct().Order(),
        ];
        return [.. Thinned(days).Select(AsOf.EndOf), end];
    }

    private static IEnumerable<ClinicalDate> Dates(PatientFacts facts, KnowledgeBase knowledge) =>
    [
        .. facts.Observations.Select(observed => observed.Date),
        .. facts.DrugRecords.Where(record => knowledge.Drugs[record.DrugId].IsAntiMyeloma).SelectMany(record => new[] { record.Start, record.End }).OfType<ClinicalDate>(),
        .. facts.Procedures.Select(procedure => procedure.Performed).OfType<ClinicalDate>(),
        .. facts.Conditions.Where(condition => knowledge.Conditions[condition.ConditionId].IsPlasmaCellDisorder).Select(condition => condition.Since).OfType<ClinicalDate>(),
    ];

    private static IEnumerable<DateOnly> Thinned(DateOnly[] days)
    {
        if (days.Length <= Most) return days;
        DateOnly[] early = days[..^Latest];
        int wanted = Most - Latest;
        return Enumerable.Range(0, wanted).Select(place => early[place * early.Length / wanted]).Concat(days[^Latest..]);
    }
}
