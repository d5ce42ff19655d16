using Cds.Knowledge.DerivedFacts;
using Cds.Knowledge.Response;

namespace Cds.Knowledge.Evaluation;

/// <summary>
/// One patient during one evaluation: answers criteria about facts, history, therapy and other conclusions. Each answer is computed once.
/// Not thread-safe; every assessment has its own.
/// </summary>
public sealed class PatientContext
{
    private readonly KnownOfPatient _known;
    private readonly IReadOnlyList<string> _disregarded = [];

    internal PatientContext(KnowledgeBase knowledge, PatientFacts record, AsOf asOf, IReadOnlySet<string> settings)
    {
        Knowledge = knowledge;
        Record = record;
        AsOf = asOf;
        Settings = settings;
        _known = new KnownOfPatient(this);
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
        _known = other._known;
        Cancellation = other.Cancellation;
        IsTruthFirst = other.IsTruthFirst;
    }

    /// <summary>The knowledge base.</summary>
    public KnowledgeBase Knowledge { get; }

    /// <summary>The record.</summary>
    public PatientFacts Record { get; }

    /// <summary>The moment asked about.</summary>
    public AsOf AsOf { get; }

    /// <summary>
    /// Whether a condition is evaluated as far as its truth needs, and the rest when somebody asks for the data behind it: for answers of which a part is shown. What is answered
    /// is the same; notes are complete when all has been asked for.
    /// </summary>
    internal bool IsTruthFirst { get; init; }

    /// <summary>Ends the evaluation when nobody waits for it any more; looked at before each conclusion, recommendation and drug.</summary>
    internal CancellationToken Cancellation { get; init; }

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

    /// <summary>Whether drugs are left aside.</summary>
    internal bool Leaves => _disregarded.Count > 0;

    /// <summary>Of these drugs those that count: what a recommendation must not be satisfied by is left aside.</summary>
    internal IReadOnlyList<string> Counting(IReadOnlyList<string> drugs) => !Leaves ? drugs : [.. drugs.Except(_disregarded)];

    /// <summary>Where "not recorded" does not mean "absent".</summary>
    internal HistoryGaps Gaps => _known.Gaps;

    /// <summary>What is recorded, by what it is of.</summary>
    internal PatientRecords Records => _known.Records;

    /// <summary>Drugs, lines and progressions up to <see cref="AsOf"/>.</summary>
    public TherapyHistory Therapy => _known.Therapy;

    /// <summary>The disease markers over time.</summary>
    internal MarkerBook Markers => _known.Markers;

    /// <summary>Events that durations are counted from.</summary>
    internal EventDays Events => _known.Events;

    /// <summary>How many criteria have been evaluated for the patient so far; what was known already is not counted.</summary>
    internal int EvaluatedCriteria => _known.Evaluated;

    /// <summary>What has been found out about the patient, however it is looked at.</summary>
    internal KnownOfPatient Known => _known;

    /// <summary>Where the finding of a criterion is kept; -1 where it depends on what is looked at: orders, a regimen, drugs left aside.</summary>
    internal int PlaceOf(Criterion criterion)
    {
        int place = Leaves ? -1 : _known.Criteria.Of(criterion);
        if (place < 0 || _known.Finding(place) is null) _known.Evaluated++;
        return place;
    }

    /// <summary>What has been found; null for nothing yet.</summary>
    internal Finding? Found(int place) => _known.Finding(place);

    /// <summary>Keeps what was found.</summary>
    internal Finding Keep(int place, Finding finding) => _known.Finding(place) = finding;

    /// <summary>What evaluation itself has to say (contradictions), in the order found.</summary>
    public IReadOnlyList<Note> Notes => _known.Notes.List;

    /// <summary>Adds a note once.</summary>
    internal void AddNote(Note note) => _known.Notes.Add(note);

    /// <summary>The value of a fact that counts at a time.</summary>
    public FactReading Read(string factId, FactTime at)
    {
        ref FactReading? reading = ref _known.Reading(Knowledge.Numbers.Facts[factId], at);
        if (reading is not null) return reading;
        FactReading observed = Observed(Knowledge.Facts[factId], at);
        FactReading settled = DerivedFact.ById.TryGetValue(factId, out DerivedFact? derived) ? derived.Settle(this, at, observed) : observed;
        return reading = settled;
    }

    /// <summary>The fact that plays a part in computations.</summary>
    internal string Fact(ComputedFact part) => Knowledge.ComputedFacts[part];

    /// <summary>All usable values of a fact up to <see cref="AsOf"/>, oldest first; sorted once.</summary>
    public IReadOnlyList<ObservedFact> Series(string factId) => _known.Selection.Series(factId);

    /// <summary>The values of a fact that count at a time, the one that counts most last.</summary>
    internal IReadOnlyList<ObservedFact> Candidates(string factId, FactTime at) => _known.Selection.Candidates(Knowledge.Facts[factId], at);

    /// <summary>Whether a later value of a fact than that of a day was measured and could not be read, among those that count at a time.</summary>
    internal bool HasUnread(string factId, FactTime at, DateOnly after)
    {
        if (Record.UnreadValues.Count == 0) return false;
        DateOnly to = _known.Selection.Window(Knowledge.Facts[factId], at).To;
        return Record.UnreadValues.Any(unread => unread.FactId == factId && unread.Date.EarliestDay > after && unread.Date.EarliestDay <= to && unread.Date.Earliest <= AsOf.Moment);
    }

    /// <summary>Whether what an active order asks for may still come.</summary>
    internal bool IsAwaited(OrderedService ordered) => ordered.IsAwaitedOn(AsOf.Day, Knowledge.Computations.Lines.ForgottenOrderDays);

    /// <summary>The basis entry of an observed value.</summary>
    public Basis BasisOf(ObservedFact observed) => BasisOf(Knowledge.Facts[observed.FactId], observed);

    /// <summary>Recorded current conditions among the given ids.</summary>
    public IEnumerable<RecordedCondition> CurrentConditions(IReadOnlyList<string> ids) => Records.Conditions.Of(ids).Where(IsCurrent);

    /// <summary>Recorded conditions among the given ids that began by <see cref="AsOf"/>, current or not.</summary>
    public IEnumerable<RecordedCondition> ConditionsEver(IReadOnlyList<string> ids) => Records.Conditions.Of(ids);

    /// <summary>Whether the condition had begun and not ended by <see cref="AsOf"/>.</summary>
    public bool IsCurrent(RecordedCondition condition) =>
        HasBegun(condition.Since) && (condition.IsCurrent
            ? condition.Until is not { } until || until.IsOnOrBefore(AsOf.Moment) != Truth.True
            : condition.Until is { } ended && ended.IsOnOrBefore(AsOf.Moment) == Truth.False);

    /// <summary>Procedures among the given ids done by <see cref="AsOf"/>, undated ones included, oldest first.</summary>
    public IEnumerable<RecordedProcedure> Procedures(IReadOnlyList<string> ids) => Records.Procedures.Of(ids);

    /// <summary>The outcome of another conclusion.</summary>
    /// <exception cref="InvalidOperationException">The conclusions read each other in a circle; the loader refuses such content.</exception>
    public ConclusionOutcome Outcome(string conclusionId)
    {
        ref ConclusionOutcome? outcome = ref _known.Outcome(Knowledge.Numbers.Conclusions[conclusionId]);
        if (ReferenceEquals(outcome, KnownOfPatient.Underway)) throw new InvalidOperationException($"Conclusion '{conclusionId}' reads itself.");
        if (outcome is not null) return outcome;
        Cancellation.ThrowIfCancellationRequested();
        outcome = KnownOfPatient.Underway;
        return outcome = Knowledge.Conclusion(conclusionId).Evaluate(this);
    }

    /// <summary>Whether a date lies on or before <see cref="AsOf"/>; undated records count.</summary>
    public bool HasBegun(ClinicalDate? date) => date is not { } known || known.IsOnOrBefore(AsOf.Moment) != Truth.False;

    private FactReading Observed(FactDefinition fact, FactTime at)
    {
        ObservedFact? selected = _known.Selection.Select(fact, at);
        if (selected is null) return FactReading.Unknown(fact.Id);
        _known.Notes.ReportContradictions(fact, selected, Series(fact.Id));
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
}
