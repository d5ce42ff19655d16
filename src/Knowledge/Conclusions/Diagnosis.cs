using Cds.Knowledge.Criteria;

namespace Cds.Knowledge.Conclusions;

/// <summary>
/// The plasma-cell disorder: from criteria where the data allow, otherwise the recorded condition. Rows stand by precedence: of several that
/// hold the first is the diagnosis. Absent for a patient with no plasma-cell disorder, recorded or shown by the data.
/// </summary>
public sealed record Diagnosis : ConclusionDefinition
{
    /// <summary>Rows by precedence.</summary>
    public required IReadOnlyList<DiagnosisRow> Rows { get; init; }

    /// <summary>Holds when the data show a plasma-cell disorder although none is recorded.</summary>
    public required Criterion Evidence { get; init; }

    /// <inheritdoc />
    public override IReadOnlyList<string> Values => [.. Rows.Select(r => r.Value).Distinct()];

    /// <inheritdoc />
    public override IEnumerable<Criterion> Criteria() =>
        [.. base.Criteria(), Evidence, .. Rows.Select(r => r.When).OfType<Criterion>(), .. Rows.Select(r => r.RecordedWhen).OfType<Criterion>()];

    /// <inheritdoc />
    protected override Conclusion? Conclude(PatientContext patient)
    {
        Finding[] computed = [.. Rows.Select(r => r.When?.Evaluate(patient) ?? Finding.Never)];
        Finding[] recorded = [.. Rows.Select(r => Recorded(r, patient))];
        int byCriteria = Array.FindIndex(computed, f => f.Truth == Truth.True);
        int byRecord = Array.FindIndex(recorded, f => f.Truth == Truth.True);
        int[] maybeRecorded = [.. Enumerable.Range(0, Rows.Count).Where(i => recorded[i].Truth == Truth.Unknown)];

        if (byCriteria >= 0)
        {
            // A recorded disorder that ranks higher and that the data do not disprove stays: criteria for it may need data nobody has.
            if (byRecord >= 0 && byRecord < byCriteria && (Rows[byRecord].When is null || computed[byRecord].Truth != Truth.False)) return ByRecord(patient, byRecord, recorded[byRecord], computed);
            if (byRecord >= 0 && Rows[byRecord].Value != Rows[byCriteria].Value)
                ReportDisagreement(patient, EvaluationTexts.RecordedAgainstComputed, byRecord, byCriteria);
            return Decided(byCriteria, computed[byCriteria], EvaluationTexts.FromCriteria);
        }

        if (byRecord >= 0) return ByRecord(patient, byRecord, recorded[byRecord], computed);

        Finding evidence = Evidence.Evaluate(patient);
        // A record that the data contradict does not decide, but it is still that of a patient with a plasma-cell disorder.
        int[] contradicted = [.. Enumerable.Range(0, Rows.Count).Where(i => recorded[i].Truth == Truth.False && Named(Rows[i], patient).Truth == Truth.True)];
        if (maybeRecorded.Length == 0 && contradicted.Length == 0 && evidence.Truth != Truth.True) return null;
        int[] possible = maybeRecorded.Length > 0 ? maybeRecorded : [.. Enumerable.Range(0, Rows.Count).Where(i => computed[i].Truth == Truth.Unknown)];
        if (possible.Length == 0) possible = contradicted;
        if (possible.Length == 0) return null;
        Finding[] open = [.. possible.Select(i => maybeRecorded.Length > 0 ? recorded[i] : computed[i]), .. contradicted.Select(i => Named(Rows[i], patient))];
        string[] values = [.. possible.Select(i => Rows[i].Value).Distinct()];
        if (values.Length == 1 && maybeRecorded.Length > 0) return Decided(possible[0], open[0], EvaluationTexts.FromRecord);
        return Answer() with
        {
            Possible = [.. values.Select(v => new CodeAnswer(v))],
            Basis = [.. open.Joined(), .. evidence.Basis],
            Missing = Finding.MissingOf(open),
        };
    }

    /// <summary>A condition that records the row, whatever the data say.</summary>
    private static Finding Named(DiagnosisRow row, PatientContext patient)
    {
        RecordedCondition[] records = [.. patient.ConditionsEver(row.Recorded).Where(c => patient.IsCurrent(c) || c.InRemission)];
        Basis[] basis = [.. records.Select(c => ConditionRecorded.BasisOf(patient, c))];
        return basis.Length == 0 ? Finding.Never : Finding.Of(Truth.True, basis.Bounded(), []);
    }

    private static Finding Recorded(DiagnosisRow row, PatientContext patient)
    {
        Finding named = Named(row, patient);
        return named.Truth == Truth.True && row.RecordedWhen is { } when ? Finding.All([named, when.Evaluate(patient)]) : named;
    }

    private Conclusion ByRecord(PatientContext patient, int row, Finding recorded, Finding[] computed)
    {
        bool disproved = Rows[row].When is not null && computed[row].Truth == Truth.False;
        if (disproved) ReportDisagreement(patient, EvaluationTexts.RecordedWithoutCriteria, row, row);
        return Decided(row, recorded, EvaluationTexts.FromRecord);
    }

    private Conclusion Decided(int row, Finding finding, LocalizedText source) => Answer() with
    {
        Value = new CodeAnswer(Rows[row].Value),
        Possible = [new CodeAnswer(Rows[row].Value)],
        Basis = finding.Basis,
        Information = [source],
    };

    private void ReportDisagreement(PatientContext patient, LocalizedText text, int recorded, int computed) =>
        patient.AddNote(new Note(NoteSeverity.Warning, patient.ConditionsEver(Rows[recorded].Recorded).Select(c => c.Resource).FirstOrDefault(),
            text.With("recorded", TitleOfRow(recorded)).With("computed", TitleOfRow(computed))) { Conclusion = Id });

    private LocalizedText TitleOfRow(int row) => ValueTitles.GetValueOrDefault(Rows[row].Value) ?? new LocalizedText(Rows[row].Value, Rows[row].Value);
}

/// <summary>One entity of the diagnosis.</summary>
/// <param name="Value">Diagnosis.</param>
/// <param name="When">Criteria; null when it can only be recorded.</param>
/// <param name="Recorded">Conditions that record it.</param>
/// <param name="RecordedWhen">What has to hold besides, when one condition stands for several entities (the kinds of MGUS).</param>
public sealed record DiagnosisRow(string Value, Criterion? When, IReadOnlyList<string> Recorded, Criterion? RecordedWhen);
