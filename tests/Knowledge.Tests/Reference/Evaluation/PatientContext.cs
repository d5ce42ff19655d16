using Cds.Knowledge.Computations;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>
/// One patient during one evaluation: answers criteria about facts, history, therapy and other conclusions. Each answer is computed once.
/// Not thread-safe; every assessment has its own.
/// </summary>
internal sealed class PatientContext
{
    private readonly Dictionary<(string Fact, FactTime At), FactReading> _readings;
    private readonly Dictionary<string, ConclusionOutcome> _outcomes;
    private readonly HashSet<string> _underway;
    private readonly List<Note> _notes;
    private readonly FactSelection _selection;
    private readonly Lazy<TherapyHistory> _therapy;
    private readonly IReadOnlyList<string> _disregarded = [];

    internal PatientContext(KnowledgeBase knowledge, PatientFacts record, AsOf asOf, IReadOnlySet<string> settings)
    {
        Knowledge = knowledge;
        Record = record;
        AsOf = asOf;
        Settings = settings;
        _readings = [];
        _outcomes = [];
        _underway = [];
        _notes = [];
        _selection = new FactSelection(this);
        _therapy = new Lazy<TherapyHistory>(() => TherapyHistory.Of(this));
        Gaps = new HistoryGaps(knowledge, record, asOf);
    }

    /// <summary>The same patient, what is already known of it shared, looked at from some orders.</summary>
    private PatientContext(PatientContext other, IReadOnlyList<DraftOrder> judged, IReadOnlyList<string> disregarded, Regimen? planned)
    {
        Knowledge = other.Knowledge;
        Record = other.Record;
        AsOf = other.AsOf;
        Settings = other.Settings;
        JudgedOrders = judged;
        Planned = planned;
        _disregarded = disregarded;
        _readings = other._readings;
        _outcomes = other._outcomes;
        _underway = other._underway;
        _notes = other._notes;
        _selection = other._selection;
        _therapy = other._therapy;
        Gaps = other.Gaps;
    }

    /// <summary>The knowledge base.</summary>
    public KnowledgeBase Knowledge { get; }

    /// <summary>The record.</summary>
    public PatientFacts Record { get; }

    /// <summary>Whether a later value of a fact than that of a day was measured and could not be read, among those that count at a time.</summary>
    public bool HasUnread(string factId, FactTime at, DateOnly after) => Record.UnreadValues.Any(unread =>
        unread.FactId == factId && unread.Date.EarliestDay > after && unread.Date.EarliestDay <= _selection.Window(Knowledge.Facts[factId], at).To && unread.Date.Earliest <= AsOf.Moment);

    /// <summary>The moment asked about.</summary>
    public AsOf AsOf { get; }

    /// <summary>What the site has switched on, for example <c>jsct-mm20-enrolling</c>.</summary>
    public IReadOnlySet<string> Settings { get; }

    /// <summary>The draft orders that criteria about an order look at; empty outside the order hooks.</summary>
    public IReadOnlyList<DraftOrder> JudgedOrders { get; } = [];

    /// <summary>The same patient with the orders that are to be judged now.</summary>
    internal PatientContext Judging(IReadOnlyList<DraftOrder> orders) => new(this, orders, _disregarded, Planned);

    /// <summary>The regimen that is being offered: it says what its drugs are given for. Null where none is.</summary>
    public Regimen? Planned { get; }

    /// <summary>The same patient while a regimen is looked at as an option.</summary>
    internal PatientContext Planning(Regimen regimen) => new(this, JudgedOrders, _disregarded, regimen);

    /// <summary>The same patient as if some drugs did not run and had not been given; facts and conclusions stay what they are.</summary>
    internal PatientContext Disregarding(IReadOnlyList<string> drugs) => new(this, JudgedOrders, drugs, Planned);

    /// <summary>Of these drugs those that count: what a recommendation must not be satisfied by is left aside.</summary>
    internal IReadOnlyList<string> Counting(IReadOnlyList<string> drugs) => _disregarded.Count == 0 ? drugs : [.. drugs.Except(_disregarded)];

    /// <summary>Where "not recorded" does not mean "absent".</summary>
    internal HistoryGaps Gaps { get; }

    /// <summary>Drugs, lines and progressions up to <see cref="AsOf"/>.</summary>
    public TherapyHistory Therapy => _therapy.Value;

    /// <summary>What evaluation itself has to say (contradictions), in the order found.</summary>
    public IReadOnlyList<Note> Notes => _notes;

    /// <summary>Adds a note once.</summary>
    internal void AddNote(Note note)
    {
        if (!_notes.Contains(note)) _notes.Add(note);
    }

    /// <summary>The value of a fact that counts at a time.</summary>
    public FactReading Read(string factId, FactTime at)
    {
        if (_readings.TryGetValue((factId, at), out FactReading? reading)) return reading;
        FactDefinition fact = Knowledge.Facts[factId];
        FactReading observed = Observed(fact, at);
        reading = DerivedFact.ById.TryGetValue(factId, out DerivedFact? derived) ? derived.Settle(this, at, observed) : observed;
        _readings[(factId, at)] = reading;
        return reading;
    }

    /// <summary>The fact that plays a part in computations.</summary>
    internal string Fact(ComputedFact part) => Knowledge.ComputedFacts[part];

    /// <summary>All usable values of a fact up to <see cref="AsOf"/>, oldest first; sorted once.</summary>
    public IReadOnlyList<ObservedFact> Series(string factId) => _selection.Series(factId);

    /// <summary>The values of a fact that count at a time, the one that counts most last.</summary>
    internal IReadOnlyList<ObservedFact> Candidates(string factId, FactTime at) => _selection.Candidates(Knowledge.Facts[factId], at);

    /// <summary>Whether what an active order asks for may still come.</summary>
    internal bool IsAwaited(OrderedService ordered) => ordered.IsAwaitedOn(AsOf.Day, Knowledge.Computations.Lines.ForgottenOrderDays);

    /// <summary>The basis entry of an observed value.</summary>
    public Basis BasisOf(ObservedFact observed) => BasisOf(Knowledge.Facts[observed.FactId], observed);

    /// <summary>Recorded current conditions among the given ids.</summary>
    public IEnumerable<RecordedCondition> CurrentConditions(IReadOnlyList<string> ids) =>
        Record.Conditions.Where(c => ids.Contains(c.ConditionId) && IsCurrent(c));

    /// <summary>Recorded conditions among the given ids that began by <see cref="AsOf"/>, current or not.</summary>
    public IEnumerable<RecordedCondition> ConditionsEver(IReadOnlyList<string> ids) =>
        Record.Conditions.Where(c => ids.Contains(c.ConditionId) && HasBegun(c.Since));

    /// <summary>Whether the condition had begun and not ended by <see cref="AsOf"/>.</summary>
    public bool IsCurrent(RecordedCondition condition) =>
        HasBegun(condition.Since) && (condition.IsCurrent
            ? condition.Until is not { } until || until.IsOnOrBefore(AsOf.Moment) != Truth.True
            : condition.Until is { } ended && ended.IsOnOrBefore(AsOf.Moment) == Truth.False);

    /// <summary>Procedures among the given ids done by <see cref="AsOf"/>, undated ones included, oldest first.</summary>
    public IEnumerable<RecordedProcedure> Procedures(IReadOnlyList<string> ids) => Record.Procedures
        .Where(p => ids.Contains(p.ProcedureId) && HasBegun(p.Performed))
        .OrderBy(p => p.Performed?.Latest ?? DateTime.MinValue).ThenBy(p => p.Resource, StringComparer.Ordinal);

    /// <summary>The outcome of another conclusion.</summary>
    /// <exception cref="InvalidOperationException">The conclusions read each other in a circle; the loader refuses such content.</exception>
    public ConclusionOutcome Outcome(string conclusionId)
    {
        if (_outcomes.TryGetValue(conclusionId, out ConclusionOutcome? outcome)) return outcome;
        if (!_underway.Add(conclusionId)) throw new InvalidOperationException($"Conclusion '{conclusionId}' reads itself.");
        outcome = Knowledge.Conclusion(conclusionId).Evaluate(this);
        _outcomes[conclusionId] = outcome;
        return outcome;
    }

    /// <summary>Whether a date lies on or before <see cref="AsOf"/>; undated records count.</summary>
    public bool HasBegun(ClinicalDate? date) => date is not { } known || known.IsOnOrBefore(AsOf.Moment) != Truth.False;

    private FactReading Observed(FactDefinition fact, FactTime at)
    {
        ObservedFact? selected = _selection.Select(fact, at);
        if (selected is null) return FactReading.Unknown(fact.Id);
        ReportSameDayContradiction(fact, selected);
        FactValue value = selected.AsPrinted is { } possible ? new QuantityValue(possible) : selected.Value;
        return new FactReading { Value = value, Basis = [BasisOf(fact, selected)], Limits = selected.Limits, Date = selected.Date };
    }

    private static Basis BasisOf(FactDefinition fact, ObservedFact observed) => new()
    {
        Fact = fact.Id,
        Title = fact.Title,
        Value = observed.Value,
        ValueTitle = observed.Value is CodeValue { Code: var code } ? fact.CodeTitles.GetValueOrDefault(code) : null,
        Unit = fact.Unit,
        Date = observed.Date.Text,
        Resource = observed.Resource,
        Comment = observed.Original is { } original ? EvaluationTexts.ConvertedFrom.With("value", original) : null,
    };

    private void ReportSameDayContradiction(FactDefinition fact, ObservedFact selected)
    {
        foreach (ObservedFact other in Series(fact.Id))
        {
            if (other.Resource == selected.Resource || other.Date.LatestDay != selected.Date.LatestDay || other.Value == selected.Value) continue;
            AddNote(new Note(NoteSeverity.Warning, other.Resource, EvaluationTexts.SameDayContradiction
                .With("fact", fact.Title).With("date", selected.Date.Text).With("resource", selected.Resource)));
        }
    }
}
