using Cds.Knowledge.DerivedFacts;

namespace Cds.Knowledge.Criteria;

/// <summary>Finds the dates of events.</summary>
internal static class SinceEvents
{
    /// <summary>When the event was; null when there was none.</summary>
    public static ClinicalDate? Date(this SinceEvent since, PatientContext patient) => patient.Events.Date(since, Find);

    private static ClinicalDate? Find(SinceEvent since, PatientContext patient) => since switch
    {
        SinceEvent.CarTInfusion => Events.LatestCarTInfusion(patient)?.Date,
        SinceEvent.CrsEpisode => ToxicityEpisodes.Crs(patient),
        SinceEvent.NeurotoxicityEpisode => ToxicityEpisodes.Neurotoxicity(patient),
        SinceEvent.AutologousTransplant => patient.Procedures(patient.Knowledge.Roles.Procedures(since)).LastOrDefault(p => p.Performed is not null)?.Performed,
        SinceEvent.LineStart => patient.Therapy.Lines is [.., { } line] ? ClinicalDate.OnDay(line.Start) : null,
        SinceEvent.Diagnosis => patient.Record.Conditions
            .Where(c => patient.Knowledge.Conditions[c.ConditionId].IsPlasmaCellDisorder && patient.HasBegun(c.Since))
            .Select(c => c.Since).OfType<ClinicalDate>().OrderBy(d => d.Earliest).Select(d => (ClinicalDate?)d).FirstOrDefault(),
        SinceEvent.LastDose => patient.Therapy.AntiMyeloma.MaxBy(p => p.LatestEnd) is { } period && period.EarliestEnd == period.LatestEnd
            ? ClinicalDate.OnDay(period.LatestEnd)
            : null,
        SinceEvent.Lymphodepletion => patient.Therapy.Doses(patient.Knowledge.Roles.Drugs(since)).Select(d => (ClinicalDate?)d.Last).OrderBy(d => d!.Value.Latest).LastOrDefault(),
        _ => throw new ArgumentOutOfRangeException(nameof(since), since, "Add the new event to SinceEvents."),
    };

    /// <summary>What is missing to say that there was no such event; empty when nothing is.</summary>
    public static IReadOnlyList<string> Gaps(this SinceEvent since, PatientContext patient) => since switch
    {
        SinceEvent.CarTInfusion or SinceEvent.CrsEpisode or SinceEvent.NeurotoxicityEpisode =>
        [
            .. patient.Gaps.Ever(RecordedHistory.Procedures, patient.Knowledge.Roles.Procedures(SinceEvent.CarTInfusion)),
            .. patient.Gaps.Ever(RecordedHistory.Medications, patient.Knowledge.Roles.Drugs(SinceEvent.CarTInfusion)),
        ],
        SinceEvent.AutologousTransplant => patient.Gaps.Ever(RecordedHistory.Procedures, patient.Knowledge.Roles.Procedures(since)),
        SinceEvent.LineStart or SinceEvent.LastDose => patient.Therapy.Gaps,
        SinceEvent.Diagnosis => patient.Gaps.Ever(RecordedHistory.Conditions, [.. patient.Knowledge.Conditions.Values.Where(c => c.IsPlasmaCellDisorder).Select(c => c.Id)]),
        SinceEvent.Lymphodepletion => patient.Gaps.Ever(RecordedHistory.Medications, patient.Knowledge.Roles.Drugs(since)),
        _ => throw new ArgumentOutOfRangeException(nameof(since), since, "Add the new event to SinceEvents."),
    };

    public static LocalizedText InWords(this SinceEvent since) => since switch
    {
        SinceEvent.CarTInfusion => new("since the latest CAR-T infusion", "（直近のCAR-T輸注以降）"),
        SinceEvent.CrsEpisode => new("in the present episode of cytokine release", "（今回のサイトカイン放出症候群で）"),
        SinceEvent.NeurotoxicityEpisode => new("in the present neurological event", "（今回の神経系事象で）"),
        SinceEvent.AutologousTransplant => new("since the latest autologous transplant", "（直近の自家移植以降）"),
        SinceEvent.LineStart => new("since the start of the latest line of therapy", "（直近の治療ライン開始以降）"),
        SinceEvent.Diagnosis => new("since the diagnosis", "（診断以降）"),
        SinceEvent.LastDose => new("since the last dose against the myeloma", "（骨髄腫治療の最終投与以降）"),
        SinceEvent.Lymphodepletion => new("since lymphodepletion", "（リンパ球除去以降）"),
        _ => throw new ArgumentOutOfRangeException(nameof(since), since, "Add the new event to SinceEvents."),
    };

    /// <summary>Whether a date lies on or after the event, as exactly as both are known.</summary>
    public static Truth IsSince(ClinicalDate date, ClinicalDate start) =>
        date.Earliest >= start.Earliest && (date.Earliest >= start.Latest || date.LatestDay == start.LatestDay) ? Truth.True
        : date.Latest < start.Earliest ? Truth.False
        : Truth.Unknown;
}
