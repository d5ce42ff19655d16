namespace Cds.Knowledge.DerivedFacts;

/// <summary>Days of events of one patient that many rules ask for, each found once.</summary>
internal sealed class EventDays(PatientContext patient)
{
    private readonly Dictionary<DosePurpose, DateOnly[]> _preceded = [];
    private readonly Dictionary<SinceEvent, ClinicalDate?> _since = [];
    private (ClinicalDate Date, Basis Basis)? _infusion;
    private bool _hasInfusion;

    /// <summary>The latest CAR-T infusion; null when there was none.</summary>
    public (ClinicalDate Date, Basis Basis)? LatestCarTInfusion
    {
        get
        {
            if (_hasInfusion) return _infusion;
            _infusion = Events.FindLatestCarTInfusion(patient);
            _hasInfusion = true;
            return _infusion;
        }
    }

    /// <summary>The days of the procedures before which something is given for a purpose, in order.</summary>
    public DateOnly[] PrecededBy(DosePurpose purpose)
    {
        if (_preceded.TryGetValue(purpose, out DateOnly[]? days)) return days;
        return _preceded[purpose] = [.. patient.Procedures(patient.Knowledge.Roles.ProceduresPrecededBy(purpose)).Select(p => p.Performed).OfType<ClinicalDate>().Select(d => d.LatestDay).Order()];
    }

    /// <summary>When an event was, found once; null when there was none.</summary>
    /// <param name="since">The event.</param>
    /// <param name="find">Finds it.</param>
    public ClinicalDate? Date(SinceEvent since, Func<SinceEvent, PatientContext, ClinicalDate?> find)
    {
        if (_since.TryGetValue(since, out ClinicalDate? date)) return date;
        return _since[since] = find(since, patient);
    }
}
