using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>Decision tables, checklists and scores.</summary>
internal static class ReferenceTables
{
    public static Conclusion? Of(DecisionTable definition, PatientContext patient)
    {
        Finding[] stated = [.. definition.Rows.Where(r => r.When is not null).Select(r => r.When!.Evaluate(patient))];
        int next = 0;
        (DecisionRow Row, Finding Finding)[] rows = [.. definition.Rows.Select(r => (r, r.When is null ? Finding.Any(stated).Negated() : stated[next++]))];
        (DecisionRow Row, Finding Finding)[] possible = [.. rows.Where(r => r.Finding.Truth != Truth.False)];
        (DecisionRow Row, Finding Finding)[] proven = [.. rows.Where(r => r.Finding.Truth == Truth.True)];
        if (possible.Length == 0) return null;
        bool exhaustive = rows.Length > stated.Length;
        if (proven.Length == 1 || (exhaustive && possible.Length == 1))
        {
            (DecisionRow row, Finding finding) = proven.Length == 1 ? proven[0] : possible[0];
            IReadOnlyList<Basis> basis = finding.Truth == Truth.True ? finding.Basis : rows.Select(r => r.Finding).Joined();
            return ReferenceConclusions.Answer(definition) with { Value = new CodeAnswer(row.Value), Possible = [new CodeAnswer(row.Value)], Basis = basis };
        }

        if (proven.Length > 1)
        {
            string values = string.Join(", ", proven.Select(r => r.Row.Value));
            patient.AddNote(new Note(NoteSeverity.Warning, null, EvaluationTexts.RowsOverlap.With("title", definition.Title).With("values", values)));
            possible = proven;
        }

        return ReferenceConclusions.Answer(definition) with
        {
            Possible = [.. possible.Select(r => new CodeAnswer(r.Row.Value))],
            Basis = rows.Select(r => r.Finding).Joined(),
            Missing = Finding.MissingOf(possible.Select(r => r.Finding)),
        };
    }

    public static Conclusion? Of(EligibilityChecklist definition, PatientContext patient)
    {
        (ChecklistCriterion Criterion, Finding Finding)[] findings = [.. definition.Checklist.Select(c => (c, c.FailsWhen.Evaluate(patient)))];
        (ChecklistCriterion Criterion, Finding Finding)[] failed = [.. findings.Where(f => f.Finding.Truth == Truth.True)];
        (ChecklistCriterion Criterion, Finding Finding)[] open = [.. findings.Where(f => f.Finding.Truth == Truth.Unknown)];
        Finding[] blocking = [.. open.Where(f => !f.Criterion.ConfirmWhenUnknown).Select(f => f.Finding)];
        Conclusion answer = ReferenceConclusions.Answer(definition) with
        {
            Basis = findings.Select(f => f.Finding).Joined(),
            Reasons = [.. failed.Select(f => new Reason(f.Criterion.Code, f.Criterion.Text, f.Finding.Basis))],
            ToConfirm = [.. open.Where(f => f.Criterion.ConfirmWhenUnknown).Select(f => f.Criterion.ConfirmText ?? f.Criterion.Text)],
        };
        if (failed.Length > 0) return Decided(answer, definition.Failed);
        if (blocking.Length == 0) return Decided(answer, definition.Passed);
        return answer with { Possible = [new CodeAnswer(definition.Passed), new CodeAnswer(definition.Failed)], Missing = Finding.MissingOf(blocking) };
    }

    public static Conclusion Of(PointScore definition, PatientContext patient)
    {
        var sums = new SortedSet<decimal> { 0m };
        var findings = new List<Finding>();
        foreach (ScoreItem item in definition.Items)
        {
            (decimal Points, Finding Finding)[] rows = [.. item.Rows.Select(r => (r.Points, r.When.Evaluate(patient)))];
            findings.AddRange(rows.Select(r => r.Finding));
            decimal[] proven = [.. rows.Where(r => r.Finding.Truth == Truth.True).Select(r => r.Points)], open = [.. rows.Where(r => r.Finding.Truth == Truth.Unknown).Select(r => r.Points)];
            decimal[] points = proven.Length > 0 ? [proven.Max(), .. open.Where(p => p > proven.Max())]
                : open.Length > 0 && rows.Any(r => r.Points == 0m) ? open
                : [0m, .. open.Where(p => p != 0m)];
            sums = [.. sums.SelectMany(sum => points.Select(p => sum + p))];
        }

        if (definition.Bands.Count == 0)
        {
            return ReferenceConclusions.Answer(definition) with
            {
                Value = sums.Count == 1 ? new NumberAnswer(sums.Min) : null,
                Possible = [.. sums.Select(sum => new NumberAnswer(sum))],
                Basis = findings.Joined(),
                Missing = sums.Count == 1 ? [] : Finding.MissingOf(findings),
            };
        }

        ScoreBand[] possible = [.. definition.Bands.Where(band => sums.Any(sum => band == definition.Bands.First(b => b.AtMost is not { } high || sum <= high)))];
        return ReferenceConclusions.Answer(definition) with
        {
            Value = possible.Length == 1 ? new CodeAnswer(possible[0].Value) : null,
            Possible = [.. possible.Select(b => new CodeAnswer(b.Value))],
            Basis = findings.Joined(),
            Missing = possible.Length == 1 ? [] : Finding.MissingOf(findings),
        };
    }

    private static Conclusion Decided(Conclusion answer, string value) => answer with { Value = new CodeAnswer(value), Possible = [new CodeAnswer(value)] };
}
