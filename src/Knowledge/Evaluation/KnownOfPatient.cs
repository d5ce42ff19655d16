using Cds.Knowledge.Criteria;
using Cds.Knowledge.DerivedFacts;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Response;

namespace Cds.Knowledge.Evaluation;

/// <summary>What has been found out about one patient at one time, however the patient is looked at: each answer is worked out once.</summary>
internal sealed class KnownOfPatient
{
    private static readonly int Times = Enum.GetValues<FactTime>().Length;

    private readonly PatientContext _patient;
    private readonly FactReading?[] _readings;
    private readonly ConclusionOutcome?[] _outcomes;
    private readonly Finding?[] _findings;
    private readonly Dictionary<string, Finding> _allergies = [];
    private PatientRecords? _records;
    private FactSelection? _selection;
    private TherapyHistory? _therapy;
    private MarkerBook? _markers;
    private EventDays? _events;

    public KnownOfPatient(PatientContext patient)
    {
        _patient = patient;
        KnowledgeNumbers numbers = patient.Knowledge.Numbers;
        _readings = new FactReading?[numbers.Facts.Count * Times];
        _outcomes = new ConclusionOutcome?[numbers.Conclusions.Count];
        _findings = new Finding?[numbers.Criteria.Count];
        Criteria = numbers.Criteria;
        Gaps = new HistoryGaps(numbers, patient.Record, patient.AsOf);
    }

    /// <summary>Stands for a conclusion that is being evaluated.</summary>
    public static ConclusionOutcome Underway { get; } = ConclusionOutcome.Absent(Evaluation.Finding.Never);

    /// <summary>The criteria that are evaluated once.</summary>
    public CriterionNumbers Criteria { get; }

    /// <summary>How many criteria have been evaluated, each time counted.</summary>
    public int Evaluated { get; set; }

    /// <summary>Doses worked out for the patient.</summary>
    public Dictionary<DoseQuestion, PatientDose> Doses { get; } = [];

    /// <summary>What speaks against drugs, as they are given.</summary>
    public Dictionary<DrugInUse, DrugReasons> DrugReasons { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Drugs that are off-label in some conditions, on the day asked about.</summary>
    public Dictionary<(string Drug, IReadOnlyList<string> Conditions), bool> OffLabel { get; } = [];

    /// <summary>Where "not recorded" does not mean "absent".</summary>
    public HistoryGaps Gaps { get; }

    /// <summary>What evaluation has to say.</summary>
    public EvaluationNotes Notes { get; } = new();

    /// <summary>What is recorded.</summary>
    public PatientRecords Records => _records ??= new PatientRecords(_patient);

    /// <summary>Observed values.</summary>
    public FactSelection Selection => _selection ??= new FactSelection(_patient);

    /// <summary>Treatment.</summary>
    public TherapyHistory Therapy => _therapy ??= TherapyHistory.Of(_patient);

    /// <summary>Disease markers.</summary>
    public MarkerBook Markers => _markers ??= new MarkerBook(_patient);

    /// <summary>Events.</summary>
    public EventDays Events => _events ??= new EventDays(_patient);

    /// <summary>Whether an allergy to a drug is recorded.</summary>
    public Finding Allergy(PatientContext patient, string drug) =>
        _allergies.TryGetValue(drug, out Finding? known) ? known : _allergies[drug] = new AllergyRecorded([drug]).Evaluate(patient);

    /// <summary>Where the reading of a fact at a time is kept.</summary>
    public ref FactReading? Reading(int fact, FactTime at) => ref _readings[fact * Times + (int)at];

    /// <summary>Where the finding of a criterion is kept.</summary>
    public ref Finding? Finding(int criterion) => ref _findings[criterion];

    /// <summary>Where the outcome of a conclusion is kept.</summary>
    public ref ConclusionOutcome? Outcome(int conclusion) => ref _outcomes[conclusion];
}
