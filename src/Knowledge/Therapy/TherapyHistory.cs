using Cds.Knowledge.Response;

namespace Cds.Knowledge.Therapy;

/// <summary>What was given when, in which lines, and when the disease progressed.</summary>
public sealed class TherapyHistory
{
    private readonly PatientContext _patient;
    private readonly IReadOnlyList<string> _treatments;
    private readonly Dictionary<string, Finding> _exposed = [];
    private readonly Dictionary<string, Finding> _refractory = [];
    private readonly Dictionary<string, Finding> _running = [];
    private readonly int _vagueDays;
    private IReadOnlyList<(string DrugId, LocalizedText Text)>? _unclear;

    private TherapyHistory(PatientContext patient)
    {
        _patient = patient;
        _treatments = patient.Knowledge.Roles.Treatments;
        Gaps = patient.Gaps.Ever(RecordedHistory.Medications, _treatments);
        Periods = DosingPeriods.Of(patient);
        Ongoing = [.. DosingPeriods.OfActive(patient).Where(ongoing => ongoing.Period.Running != Truth.False)];
        AntiMyeloma = [.. Periods.Where(p => patient.Knowledge.Drugs[p.DrugId].IsTreatment && p.Purpose != DosePurpose.Lymphodepletion)];
        Corticosteroids = [.. Periods.Where(p => patient.Knowledge.Drugs[p.DrugId].IsAccompanying)];
        Transplants = [.. patient.Procedures(patient.Knowledge.Roles.Procedures(SinceEvent.AutologousTransplant)).Where(t => t.Performed is not null).Select(t => t.Performed!.Value.EarliestDay).Distinct().Order()];
        (Lines, Progressions) = FindLines();
        _vagueDays = Progressions.Count == 0 ? 0 : Progressions.Max(p => p.LatestDay.DayNumber - p.Day.DayNumber);
        TakeOverRecordedNumbers();
    }

    /// <summary>All dosing periods, in order of start.</summary>
    public IReadOnlyList<DosingPeriod> Periods { get; }

    /// <summary>Those of anti-myeloma drugs without corticosteroids and lymphodepletion.</summary>
    public IReadOnlyList<DosingPeriod> AntiMyeloma { get; }

    /// <summary>Those of drugs that take no part in lines (corticosteroids).</summary>
    public IReadOnlyList<DosingPeriod> Corticosteroids { get; }

    /// <summary>Days of autologous transplants, in order.</summary>
    public IReadOnlyList<DateOnly> Transplants { get; }

    /// <summary>Lines of therapy, in order.</summary>
    public IReadOnlyList<LineOfTherapy> Lines { get; }

    /// <summary>Progressions, in order.</summary>
    public IReadOnlyList<Progression> Progressions { get; }

    /// <summary>What is missing to say that no treatment but the recorded one was given; empty when nothing is.</summary>
    internal IReadOnlyList<string> Gaps { get; }

    /// <summary>What is missing to say that no unrecorded treatment reached into the time from a day on.</summary>
    internal IReadOnlyList<string> GapsSince(DateOnly day) => _patient.Gaps.Since(RecordedHistory.Medications, _treatments, day);

    /// <summary>What is missing to say that no unrecorded treatment began after a day.</summary>
    internal IReadOnlyList<string> GapsBegunAfter(DateOnly day) => _patient.Gaps.BegunAfter(RecordedHistory.Medications, _treatments, day);

    /// <summary>
    /// The orders and statements with an active status that go on, or may: an old order without a dispense, an administration or a renewal is open
    /// (docs/contract/reading.md, 6). A dose given last week is followed by the next order as a matter of course and is none of them.
    /// </summary>
    internal IReadOnlyList<(DrugRecord Record, DosingPeriod Period)> Ongoing { get; }

    /// <summary>What has to be asked about drugs that may run.</summary>
    internal IReadOnlyList<(string DrugId, LocalizedText Text)> Unclear => _unclear ??= UnclearRuns.Of(_patient.Knowledge, this);

    /// <summary>First day of the first line; null when none is recorded.</summary>
    public DateOnly? FirstTreatmentDay => Lines.Count > 0 ? Lines[0].Start : null;

    internal static TherapyHistory Of(PatientContext patient) => new(patient);

    /// <summary>Whether one of the drugs runs at the time asked about.</summary>
    public Finding Running(IReadOnlyList<string> drugs) => Any(drugs, _patient.Gaps.Now(RecordedHistory.Medications, drugs), p => p.Running);

    /// <summary>Whether a drug runs at the time asked about.</summary>
    public Finding Running(string drug) => _running.TryGetValue(drug, out Finding? known) ? known : _running[drug] = Running([drug]);

    /// <summary>The records of the drugs with the first and the last day (or moment) they may mean; an open period lasts until now.</summary>
    internal IEnumerable<(DrugRecord Record, ClinicalDate First, ClinicalDate Last, Basis Basis)> Doses(IReadOnlyList<string> drugs)
    {
        foreach ((DrugRecord record, DosingPeriod period) in _patient.Records.Dosing(drugs))
        {
            ClinicalDate first = record.Start ?? ClinicalDate.OnDay(period.Start);
            ClinicalDate last = period.EarliestEnd == period.LatestEnd && (record.End ?? record.Start) is { IsOneDay: true } end && end.LatestDay == period.LatestEnd
                ? end
                : new ClinicalDate(period.EarliestEnd.ToDateTime(TimeOnly.MinValue), period.LatestEnd.ToDateTime(TimeOnly.MaxValue), period.Basis[0].Date ?? "");
            yield return (record, first.NotAfter(_patient.AsOf.Moment), last, period.Basis[0]);
        }
    }

    /// <summary>Whether a drug, or a drug of a class, was ever given.</summary>
    public Finding Exposed(string drugOrClass) => _exposed.TryGetValue(drugOrClass, out Finding? known) ? known : _exposed[drugOrClass] = FindExposed(drugOrClass);

    private Finding FindExposed(string drugOrClass)
    {
        IReadOnlyList<string> drugs = DrugsOf(drugOrClass);
        return Any(drugs, _patient.Gaps.Ever(RecordedHistory.Medications, drugs), _ => Truth.True);
    }

    /// <summary>Whether the disease is refractory to a drug, or to a drug of a class: recorded so, or progression on it or soon after.</summary>
    public Finding Refractory(string drugOrClass) => _refractory.TryGetValue(drugOrClass, out Finding? known) ? known : _refractory[drugOrClass] = FindRefractory(drugOrClass);

    private Finding FindRefractory(string drugOrClass)
    {
        IReadOnlyList<string> drugs = DrugsOf(drugOrClass);
        IReadOnlyList<string> gaps = _patient.Gaps.Ever(RecordedHistory.Medications, drugs);
        var basis = new BasisCollector();
        Truth truth = gaps.Count == 0 ? Truth.False : Truth.Unknown;
        foreach (DosingPeriod period in AntiMyeloma.Where(p => drugs.Contains(p.DrugId)))
        {
            if (period.RecordedRefractory.Count > 0)
            {
                basis.Add(period.RecordedRefractory);
                truth = Truth.True;
            }

            DateOnly last = period.LatestEnd.PlusDays(_patient.Knowledge.Computations.RefractoryDays);
            for (int i = FirstProgressionAfter(period.Start.PlusDays(-_vagueDays)); i < Progressions.Count && Progressions[i].Day <= last; i++)
            {
                Truth refractory = IsRefractory(period, Progressions[i]);
                if (refractory == Truth.False) continue;
                basis.Add(period.Basis);
                basis.Add(Progressions[i].Basis);
                truth = truth.Or(refractory);
            }
        }

        return Finding.Of(truth, basis.ToList(), basis.IsEmpty ? gaps : [drugOrClass]);
    }

    /// <summary>Drug ids for a drug or class id.</summary>
    public IReadOnlyList<string> DrugsOf(string drugOrClass) => _patient.Knowledge.DrugClasses.ContainsKey(drugOrClass)
        ? [.. _patient.Knowledge.Drugs.Values.Where(d => d.Class == drugOrClass).Select(d => d.Id).Order(StringComparer.Ordinal)]
        : [drugOrClass];

    /// <summary>
    /// Whether a progression came while the drug was given or so soon after that the disease is refractory to it; open where the date of one of them, a month
    /// or a year, leaves both possible.
    /// </summary>
    private Truth IsRefractory(DosingPeriod period, Progression progression)
    {
        int days = _patient.Knowledge.Computations.RefractoryDays;
        if (progression.LatestDay <= period.Start || progression.Day > period.LatestEnd.PlusDays(days)) return Truth.False;
        return progression.Day > period.Start && progression.LatestDay <= period.EarliestEnd.PlusDays(days) ? Truth.True : Truth.Unknown;
    }

    private int FirstProgressionAfter(DateOnly day)
    {
        int low = 0;
        int high = Progressions.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Progressions[middle].Day <= day) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private Finding Any(IReadOnlyList<string> drugs, IReadOnlyList<string> gaps, Func<DosingPeriod, Truth> holds)
    {
        if (!_patient.Records.DrugRecords.HasAny(drugs)) return gaps.Count == 0 ? Finding.Never : Finding.Lacking(gaps);
        var basis = new BasisCollector();
        List<string> open = [.. gaps];
        Truth truth = gaps.Count == 0 ? Truth.False : Truth.Unknown;
        foreach (DosingPeriod period in Periods.Where(p => drugs.Contains(p.DrugId)))
        {
            Truth answer = holds(period);
            if (answer == Truth.False) continue;
            basis.Add(period.Basis);
            if (answer == Truth.Unknown && !open.Contains(period.DrugId)) open.Insert(0, period.DrugId);
            truth = truth.Or(answer);
        }

        return Finding.Of(truth, basis.ToList(), open);
    }

    /// <summary>
    /// Lines depend on progressions and, through the lowest value within a line, progressions on lines: repeated until nothing changes.
    /// </summary>
    private (IReadOnlyList<LineOfTherapy> Lines, IReadOnlyList<Progression> Progressions) FindLines()
    {
        Progression[] recorded = [.. RecordedProgressions()];
        Progression[] known = recorded;
        var division = new LinesOfTherapy(_patient.Knowledge.Computations.Lines, _patient.Knowledge.Roles, AntiMyeloma, Corticosteroids, Transplants);
        IReadOnlyList<LineOfTherapy> lines = division.Of(known);
        for (int round = 0; round <= AntiMyeloma.Count; round++)
        {
            IEnumerable<Progression> found = lines.SelectMany((line, i) => ProteinProgression.In(
                _patient, line.Start, i + 1 < lines.Count ? lines[i + 1].Start : _patient.AsOf.Day));
            Progression[] all = [.. recorded.Concat(found).OrderBy(p => p.Day).ThenBy(p => p.Basis.Resource, StringComparer.Ordinal)];
            if (all.Length == known.Length) break;
            known = all;
            lines = division.Of(known);
        }

        return (lines, known);
    }

    /// <summary>
    /// Observations of the line number hold for the line of their day; the lines after it count on from there.
    /// </summary>
    private void TakeOverRecordedNumbers()
    {
        foreach (ObservedFact observed in _patient.Series(_patient.Fact(ComputedFact.RecordedLineNumber)))
        {
            if (observed.Value is not QuantityValue { Range.Exact: { } number }) continue;
            LineOfTherapy? line = Lines.LastOrDefault(l => l.Start <= observed.Date.LatestDay);
            if (line is null) continue;
            int shift = (int)number - line.Number;
            if (shift == 0)
            {
                line.Renumber(line.Number, _patient.BasisOf(observed));
                continue;
            }

            foreach (LineOfTherapy moved in Lines.SkipWhile(l => l != line)) moved.Renumber(Math.Max(1, moved.Number + shift), moved == line ? _patient.BasisOf(observed) : null);
        }
    }

    private IEnumerable<Progression> RecordedProgressions() => _patient.Series(_patient.Fact(ComputedFact.RecordedStatus))
        .Where(o => o.Value is CodeValue { Code: "progression" })
        .Select(o => new Progression(o.Date.EarliestDay, _patient.BasisOf(o)) { LatestDay = o.Date.NotAfter(_patient.AsOf.Moment).LatestDay })
        .OrderBy(p => p.Day);
}
