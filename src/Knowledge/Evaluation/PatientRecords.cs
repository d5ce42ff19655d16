namespace Cds.Knowledge.Evaluation;

/// <summary>What is recorded of one patient and had begun at the time asked about, by what it is of; each record is looked at once.</summary>
internal sealed class PatientRecords
{
    private readonly PatientContext _patient;
    private readonly DosingPeriod[]?[] _periods;
    private HashSet<string>? _drafted;

    public PatientRecords(PatientContext patient)
    {
        _patient = patient;
        KnowledgeNumbers numbers = patient.Knowledge.Numbers;
        PatientFacts record = patient.Record;
        Conditions = new([.. record.Conditions.Select(c => patient.HasBegun(c.Since) ? c : null)], numbers.Conditions, condition => condition.ConditionId);
        DrugRecords = new([.. record.DrugRecords.Select(r => patient.HasBegun(r.Start) ? r : null)], numbers.Drugs, drug => drug.DrugId);
        Allergies = new([.. record.Allergies.Select(a => patient.HasBegun(a.Recorded) ? a : null)], numbers.Drugs, allergy => allergy.DrugId);
        Procedures = new(
            [.. record.Procedures.Where(p => patient.HasBegun(p.Performed)).OrderBy(p => p.Performed?.Latest ?? DateTime.MinValue).ThenBy(p => p.Resource, StringComparer.Ordinal)],
            numbers.Procedures, procedure => procedure.ProcedureId);
        _periods = new DosingPeriod[]?[numbers.Drugs.Count];
    }

    /// <summary>Conditions, in the order of the record.</summary>
    public RecordsById<RecordedCondition> Conditions { get; }

    /// <summary>Procedures, oldest first.</summary>
    public RecordsById<RecordedProcedure> Procedures { get; }

    /// <summary>Drug records, in the order of the record.</summary>
    public RecordsById<DrugRecord> DrugRecords { get; }

    /// <summary>Allergies, in the order of the record.</summary>
    public RecordsById<RecordedAllergy> Allergies { get; }

    /// <summary>References of the orders that are being written, and of those that they continue or replace.</summary>
    public IReadOnlySet<string> Drafted => _drafted ??= [.. _patient.Record.DraftOrders.SelectMany(order => order.Replaces.Append(order.Resource))];

    /// <summary>The period that each record of a drug describes, in the order of the records.</summary>
    /// <param name="drug">Number of the drug.</param>
    public DosingPeriod[] Periods(int drug) => _periods[drug] ??= DosingPeriods.OfRecords(_patient, DrugRecords.Of(drug));

    /// <summary>The records of some drugs with the periods that they describe, in the order of the record.</summary>
    public IReadOnlyList<(DrugRecord Record, DosingPeriod Period)> Dosing(IReadOnlyList<string> drugs) => DrugRecords.Of(drugs, Dosing);

    /// <summary>The records of a drug with the periods that they describe.</summary>
    /// <param name="drug">Number of the drug.</param>
    public (DrugRecord Record, DosingPeriod Period)[] Dosing(int drug)
    {
        ReadOnlySpan<DrugRecord> records = DrugRecords.Of(drug);
        DosingPeriod[] periods = Periods(drug);
        var dosing = new (DrugRecord, DosingPeriod)[periods.Length];
        for (int i = 0; i < dosing.Length; i++) dosing[i] = (records[i], periods[i]);
        return dosing;
    }
}
