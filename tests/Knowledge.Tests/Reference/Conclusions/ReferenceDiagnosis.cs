using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>The diagnosis.</summary>
internal static class ReferenceDiagnosis
{
    public static Conclusion? Of(Diagnosis definition, PatientContext patient)
    {
        IReadOnlyList<DiagnosisRow> rows = definition.Rows;
        Finding[] computed = [.. rows.Select(r => r.When?.Evaluate(patient) ?? Finding.Never)];
        Finding[] recorded = [.. rows.Select(r => Recorded(r, patient))];
        int byCriteria = Array.FindIndex(computed, f => f.Truth == Truth.True);
        int byRecord = Array.FindIndex(recorded, f => f.Truth == Truth.True);
        int[] maybeRecorded = [.. Enumerable.Range(0, rows.Count).Where(i => recorded[i].Truth == Truth.Unknown)];
        if (byCriteria >= 0)
        {
            if (byRecord >= 0 && byRecord < byCriteria && (rows[byRecord].When is null || computed[byRecord].Truth != Truth.False))
                return ByRecord(definition, patient, byRecord, recorded[byRecord], computed);
            if (byRecord >= 0 && rows[byRecord].Value != rows[byCriteria].Value)
                ReportDisagreement(definition, patient, EvaluationTexts.RecordedAgainstComputed, byRecord, byCriteria);
            return Decided(definition, byCriteria, computed[byCriteria], EvaluationTexts.FromCriteria);
        }

        if (byRecord >= 0) return ByRecord(definition, patient, byRecord, recorded[byRecord], computed);
        Finding evidence = definition.Evidence.Evaluate(patient);
        int[] contradicted = [.. Enumerable.Range(0, rows.Count).Where(i => recorded[i].Truth == Truth.False && Named(rows[i], patient).Truth == Truth.True)];
        if (maybeRecorded.Length == 0 && contradicted.Length == 0 && evidence.Truth != Truth.True) return null;
        int[] possible = maybeRecorded.Length > 0 ? maybeRecorded : [.. Enumerable.Range(0, rows.Count).Where(i => computed[i].Truth == Truth.Unknown)];
        if (possible.Length == 0) possible = contradicted;
        if (possible.Length == 0) return null;
        Finding[] open = [.. possible.Select(i => maybeRecorded.Length > 0 ? recorded[i] : computed[i]), .. contradicted.Select(i => Named(rows[i], patient))];
        string[] values = [.. possible.Select(i => rows[i].Value).Distinct()];
        if (values.Length == 1 && maybeRecorded.Length > 0) return Decided(definition, possible[0], open[0], EvaluationTexts.FromRecord);
        return ReferenceConclusions.Answer(definition) with
        {
            Possible = [.. values.Select(v => new CodeAnswer(v))],
            Basis = [.. open.Joined(), .. evidence.Basis],
            Missing = Finding.MissingOf(open),
        };
    }

    private static Finding Named(DiagnosisRow row, PatientContext patient)
    {
        RecordedCondition[] records = [.. patient.ConditionsEver(row.Recorded).Where(c => patient.IsCurrent(c) || c.InRemission)];
        return records.Length == 0 ? Finding.Never : Finding.Of(Truth.True, [.. records.Select(c => RecordCriteria.BasisOf(patient, c))], []);
    }

    private static Finding Recorded(DiagnosisRow row, PatientContext patient)
    {
        Finding named = Named(row, patient);
        return named.Truth == Truth.True && row.RecordedWhen is { } when ? Finding.All([named, when.Evaluate(patient)]) : named;
    }

    private static Conclusion ByRecord(Diagnosis definition, PatientContext patient, int row, Finding recorded, Finding[] computed)
    {
        bool disproved = definition.Rows[row].When is not null && computed[row].Truth == Truth.False;
        if (disproved) ReportDisagreement(definition, patient, EvaluationTexts.RecordedWithoutCriteria, row, row);
        return Decided(definition, row, recorded, EvaluationTexts.FromRecord);
    }

    private static Conclusion Decided(Diagnosis definition, int row, Finding finding, LocalizedText source) => ReferenceConclusions.Answer(definition) with
    {
        Value = new CodeAnswer(definition.Rows[row].Value),
        Possible = [new CodeAnswer(definition.Rows[row].Value)],
        Basis = finding.Basis,
        Information = [source],
    };

    private static void ReportDisagreement(Diagnosis definition, PatientContext patient, LocalizedText text, int recorded, int computed) =>
        patient.AddNote(new Note(NoteSeverity.Warning, patient.ConditionsEver(definition.Rows[recorded].Recorded).Select(c => c.Resource).FirstOrDefault(),
            text.With("recorded", TitleOfRow(definition, recorded)).With("computed", TitleOfRow(definition, computed))) { Conclusion = definition.Id });

    private static LocalizedText TitleOfRow(Diagnosis definition, int row) =>
        definition.ValueTitles.GetValueOrDefault(definition.Rows[row].Value) ?? new LocalizedText(definition.Rows[row].Value, definition.Rows[row].Value);
}
