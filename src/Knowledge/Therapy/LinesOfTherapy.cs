namespace Cds.Knowledge.Therapy;

/// <summary>
/// Divides the anti-myeloma treatment into lines (docs/contract/reading.md, 9). Corticosteroids take no part, except high-dose dexamethasone alone.
/// A line that the record names wins over the rules.
/// </summary>
internal sealed class LinesOfTherapy
{
    private readonly LineLimits _limits;
    private readonly KnowledgeRoles _roles;
    private readonly IReadOnlyList<DateOnly> _transplants;
    private readonly List<DosingPeriod> _starts;
    private readonly PeriodsByDrug _byDrug;
    private readonly PeriodReach _steroidReach;
    private readonly DosingPeriod[] _named;

    /// <param name="limits">Gaps and windows.</param>
    /// <param name="roles">Tells which drugs are maintenance treatments.</param>
    /// <param name="periods">Anti-myeloma dosing periods without corticosteroids, in order of start.</param>
    /// <param name="corticosteroids">Corticosteroid periods, in order of start.</param>
    /// <param name="transplants">Days of autologous transplants, in order.</param>
    public LinesOfTherapy(
        LineLimits limits, KnowledgeRoles roles, IReadOnlyList<DosingPeriod> periods, IReadOnlyList<DosingPeriod> corticosteroids, IReadOnlyList<DateOnly> transplants)
    {
        _limits = limits;
        _roles = roles;
        _transplants = transplants;
        var treatment = new PeriodReach(periods);
        _starts = [.. periods, .. corticosteroids.Where(c => c.IsHighDose && !treatment.Reaches(c.LatestEnd, c.Start))];
        _starts.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : string.CompareOrdinal(a.DrugId, b.DrugId));
        _byDrug = new PeriodsByDrug(_starts);
        _steroidReach = new PeriodReach(corticosteroids);
        _named = [.. _starts.Where(p => p.RecordedLine is not null)];
    }

    /// <summary>The lines, in order, given the progressions, in order.</summary>
    public IReadOnlyList<LineOfTherapy> Of(IReadOnlyList<Progression> progressions)
    {
        var lines = new List<LineOfTherapy>();
        var byNumber = new Dictionary<int, LineOfTherapy>();
        int nextTransplant = 0;
        int nextProgression = 0;
        foreach (DosingPeriod period in _starts)
        {
            int? recorded = RecordedLine(period);
            for (; nextTransplant < _transplants.Count && _transplants[nextTransplant] <= period.Start; nextTransplant++)
            {
                if (lines.Count > 0) lines[^1].AddTransplant(_transplants[nextTransplant]);
            }

            while (nextProgression < progressions.Count && progressions[nextProgression].Day <= period.Start) nextProgression++;
            if (recorded is { } named && byNumber.TryGetValue(named, out LineOfTherapy? known))
            {
                known.Add(period);
                continue;
            }

            LineOfTherapy? former = lines.Count > 0 ? lines[^1] : null;
            LineOfTherapy? current = former;
            LocalizedText? reason = recorded > (current?.Number ?? 0)
                ? TherapyTexts.LineAsRecorded.With("number", Text(recorded.Value))
                : current is null
                    ? (period.BelongsToTransplant ? null : TherapyTexts.FirstLine)
                    : ReasonForNewLine(current, period, nextProgression > 0 ? progressions[nextProgression - 1] : null);
            if (reason is not null)
            {
                current = new LineOfTherapy(recorded > (current?.Number ?? 0) ? recorded.Value : (current?.Number ?? 0) + 1, period.Start, reason);
                lines.Add(current);
                byNumber.TryAdd(current.Number, current);
            }

            current?.Add(period);
            if (reason is not null && former is not null) CarryOver(former, current!, period);
        }

        for (; nextTransplant < _transplants.Count; nextTransplant++)
        {
            if (lines.Count > 0) lines[^1].AddTransplant(_transplants[nextTransplant]);
        }

        return lines;
    }

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

    /// <summary>The line that the record names for a period, or for another drug of the same regimen: the one that began nearest, the earlier of two.</summary>
    private int? RecordedLine(DosingPeriod period)
    {
        if (period.RecordedLine is { } own) return own;
        DosingPeriod? nearest = null;
        foreach (DosingPeriod named in Around(period.Start))
        {
            if (Distance(named) <= _limits.SameRegimenDays && (nearest is null || Distance(named) < Distance(nearest))) nearest = named;
        }

        return nearest?.RecordedLine;

        int Distance(DosingPeriod other) => Math.Abs(other.Start.DayNumber - period.Start.DayNumber);
    }

    /// <summary>Of the periods whose line is recorded the first of those that began last by a day, and the first that began after it.</summary>
    private IEnumerable<DosingPeriod> Around(DateOnly day)
    {
        if (_named.Length == 0) yield break;
        int after = FirstNamedAfter(day);
        if (after > 0) yield return _named[FirstNamedAfter(_named[after - 1].Start.PlusDays(-1))];
        if (after < _named.Length) yield return _named[after];
    }

    private int FirstNamedAfter(DateOnly day)
    {
        int low = 0;
        int high = _named.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_named[middle].Start <= day) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private LocalizedText? ReasonForNewLine(LineOfTherapy line, DosingPeriod period, Progression? latestProgression)
    {
        if (period.BelongsToTransplant) return null;
        if (latestProgression is not null && latestProgression.Day > line.Start) return TherapyTexts.LineAfterProgression.With("date", Text(latestProgression.Day));
        if (line.Transplants is [.., var transplant] && period.Start <= transplant.PlusDays(_limits.AfterTransplantDays)) return null;

        int gap = period.Start.DayNumber - line.LastDose.DayNumber;
        bool isNewDrug = !line.Drugs.Contains(period.DrugId);
        if (!isNewDrug && gap >= _limits.LongGapDays) return TherapyTexts.LineAfterLongGap.With("days", Text(gap));
        if (!isNewDrug && (gap < _limits.GapDays || !BeginsWithNewDrug(line, period.Start))) return null;
        if (gap >= _limits.GapDays) return TherapyTexts.LineAfterGap.With("days", Text(gap));
        HashSet<string> regimen = [.. _byDrug.GivenWith(_limits, period.Start).Select(given => given.DrugId)];
        if (line.Drugs.Any(regimen.Contains)) return null;
        return IsMaintenanceAfterMore(line, period, regimen) ? null : TherapyTexts.LineByReplacement;
    }

    /// <summary>A drug of the former line that is given on beside the one that begins the new line belongs to both: the new regimen holds it, and its last dose is one of the new line.</summary>
    private void CarryOver(LineOfTherapy former, LineOfTherapy line, DosingPeriod beginning)
    {
        foreach (DosingPeriod period in former.Periods)
        {
            if (period.RecordedLine is null && period.DrugId != beginning.DrugId && period.Start < line.Start && IsGivenWith(_limits, period, line.Start)) line.Add(period);
        }
    }

    /// <summary>Whether the regimen that begins on a day holds a drug that the line did not have: a regimen is judged whole, whichever of its drugs comes first.</summary>
    private bool BeginsWithNewDrug(LineOfTherapy line, DateOnly day) =>
        _byDrug.GivenWith(_limits, day).Any(given => given.Start >= day && !line.Drugs.Contains(given.DrugId));

    /// <summary>Maintenance begun after a transplant or after a regimen of more drugs stays in the line.</summary>
    private bool IsMaintenanceAfterMore(LineOfTherapy line, DosingPeriod period, HashSet<string> regimen)
    {
        if (!_roles.IsMaintenance(regimen)) return false;
        DateOnly settled = period.Start.PlusDays(_limits.SameRegimenDays);
        if (_steroidReach.Reaches(settled, settled)) return false;
        int before = line.Drugs.Count() + (_steroidReach.Of(_steroidReach.BegunBefore(period.Start)) >= line.Start ? 1 : 0);
        return line.Transplants.Count > 0 || before > regimen.Count;
    }

    private static string Text(DateOnly day) => ClinicalDate.OnDay(day).Text;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
