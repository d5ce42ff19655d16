using Cds.Knowledge.Computations;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>
/// Divides the anti-myeloma treatment into lines (docs/contract/reading.md, 9). Corticosteroids take no part, except high-dose dexamethasone alone.
/// A line that the record names wins over the rules.
/// </summary>
internal static class LinesOfTherapy
{
    /// <param name="limits">Gaps and windows.</param>
    /// <param name="roles">Tells which drugs are maintenance treatments.</param>
    /// <param name="periods">Anti-myeloma dosing periods without corticosteroids, in order of start.</param>
    /// <param name="corticosteroids">Corticosteroid periods, in order of start.</param>
    /// <param name="transplants">Days of autologous transplants, in order.</param>
    /// <param name="progressions">Progressions, in order.</param>
    public static IReadOnlyList<LineOfTherapy> Of(
        LineLimits limits,
        KnowledgeRoles roles,
        IReadOnlyList<DosingPeriod> periods,
        IReadOnlyList<DosingPeriod> corticosteroids,
        IReadOnlyList<DateOnly> transplants,
        IReadOnlyList<Progression> progressions)
    {
        List<DosingPeriod> starts = [.. periods, .. HighDoseAlone(corticosteroids, periods)];
        starts.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : string.CompareOrdinal(a.DrugId, b.DrugId));
        var lines = new List<LineOfTherapy>();
        int nextTransplant = 0;
        foreach (DosingPeriod period in starts)
        {
            int? recorded = RecordedLine(limits, period, starts);
            for (; nextTransplant < transplants.Count && transplants[nextTransplant] <= period.Start; nextTransplant++)
            {
                if (lines.Count > 0) lines[^1].AddTransplant(transplants[nextTransplant]);
            }

            LineOfTherapy? current = lines.Count > 0 ? lines[^1] : null;
            if (recorded is { } named && lines.Find(l => l.Number == named) is { } known)
            {
                known.Add(period);
                continue;
            }

            LocalizedText? reason = recorded > (current?.Number ?? 0)
                ? TherapyTexts.LineAsRecorded.With("number", Text(recorded.Value))
                : current is null
                    ? (period.BelongsToTransplant ? null : TherapyTexts.FirstLine)
                    : ReasonForNewLine(limits, roles, current, period, starts, corticosteroids, progressions);
            if (reason is not null)
            {
                current = new LineOfTherapy(recorded > (current?.Number ?? 0) ? recorded.Value : (current?.Number ?? 0) + 1, period.Start, reason);
                lines.Add(current);
            }

            current?.Add(period);
            if (reason is null || lines.Count < 2) continue;
            // What is given on beside the new drug belongs to the new line too.
            foreach (DosingPeriod going in lines[^2].Periods.Where(p => p.RecordedLine is null && p.DrugId != period.DrugId && p.Start < period.Start && IsGivenWith(limits, p, period.Start)).ToArray()) current!.Add(going);
        }

        for (; nextTransplant < transplants.Count; nextTransplant++)
        {
            if (lines.Count > 0) lines[^1].AddTransplant(transplants[nextTransplant]);
        }

        return lines;
    }

    /// <summary>The line that the record names for a period, or for another drug of the same regimen.</summary>
    private static int? RecordedLine(LineLimits limits, DosingPeriod period, List<DosingPeriod> all) =>
        period.RecordedLine
        ?? all.Where(p => p.RecordedLine is not null && Math.Abs(p.Start.DayNumber - period.Start.DayNumber) <= limits.SameRegimenDays).MinBy(p => Math.Abs(p.Start.DayNumber - period.Start.DayNumber))?.RecordedLine;

    /// <summary>
    /// Whether a period belongs to the combination that begins on a day: begun close to it and still given then, or given on beyond it. A
    /// drug that runs today goes on, however short the time since is.
    /// </summary>
    public static bool IsGivenWith(LineLimits limits, DosingPeriod period, DateOnly day)
    {
        if (period.BelongsToTransplant || period.Start > day.PlusDays(limits.SameRegimenDays)) return false;
        if (period.Start >= day || period.LatestEnd >= day.PlusDays(limits.SameRegimenDays)) return true;
        return period.LatestEnd >= day && (period.Running != Truth.False || period.Start >= day.PlusDays(-limits.SameRegimenDays));
    }

    private static LocalizedText? ReasonForNewLine(
        LineLimits limits,
        KnowledgeRoles roles,
        LineOfTherapy line,
        DosingPeriod period,
        IReadOnlyList<DosingPeriod> all,
        IReadOnlyList<DosingPeriod> corticosteroids,
        IReadOnlyList<Progression> progressions)
    {
        if (period.BelongsToTransplant) return null;
        Progression? progression = progressions.LastOrDefault(p => p.Day > line.Start && p.Day <= period.Start);
        if (progression is not null) return TherapyTexts.LineAfterProgression.With("date", Text(progression.Day));
        if (line.Transplants.Any(t => t <= period.Start && period.Start <= t.PlusDays(limits.AfterTransplantDays))) return null;

        int gap = period.Start.DayNumber - line.LastDose.DayNumber;
        bool isNewDrug = !line.Drugs.Contains(period.DrugId);
        if (!isNewDrug && gap >= limits.LongGapDays) return TherapyTexts.LineAfterLongGap.With("days", Text(gap));
        bool beginsWithNewDrug = all.Any(p => p.Start >= period.Start && IsGivenWith(limits, p, period.Start) && !line.Drugs.Contains(p.DrugId));
        if (!isNewDrug && (gap < limits.GapDays || !beginsWithNewDrug)) return null;
        if (gap >= limits.GapDays) return TherapyTexts.LineAfterGap.With("days", Text(gap));

        string[] regimen = [.. all.Where(p => IsGivenWith(limits, p, period.Start)).Select(p => p.DrugId).Distinct()];
        if (regimen.Intersect(line.Drugs).Any()) return null;
        return IsMaintenanceAfterMore(limits, roles, line, period, regimen, corticosteroids) ? null : TherapyTexts.LineByReplacement;
    }

    /// <summary>Maintenance begun after a transplant or after a regimen of more drugs stays in the line.</summary>
    private static bool IsMaintenanceAfterMore(
        LineLimits limits, KnowledgeRoles roles, LineOfTherapy line, DosingPeriod period, IReadOnlyCollection<string> regimen, IReadOnlyList<DosingPeriod> corticosteroids)
    {
        if (!roles.IsMaintenance(regimen)) return false;
        if (corticosteroids.Any(c => c.Covers(period.Start.PlusDays(limits.SameRegimenDays)))) return false;
        int before = line.Drugs.Count() + (corticosteroids.Any(c => c.Start < period.Start && c.LatestEnd >= line.Start) ? 1 : 0);
        return line.Transplants.Count > 0 || before > regimen.Count;
    }

    private static IEnumerable<DosingPeriod> HighDoseAlone(IReadOnlyList<DosingPeriod> corticosteroids, IReadOnlyList<DosingPeriod> periods) =>
        corticosteroids.Where(c => c.IsHighDose && !periods.Any(p => p.Start <= c.LatestEnd && p.LatestEnd >= c.Start));

    private static string Text(DateOnly day) => ClinicalDate.OnDay(day).Text;

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
