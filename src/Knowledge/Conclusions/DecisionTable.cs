namespace Cds.Knowledge.Conclusions;

/// <summary>A table with one row a value. Rows are read all, not the first match only: an overlap is shown.</summary>
public sealed record DecisionTable : ConclusionDefinition
{
    /// <summary>Rows in the order of the source.</summary>
    public required IReadOnlyList<DecisionRow> Rows { get; init; }

    /// <inheritdoc />
    public override IReadOnlyList<string> Values => [.. Rows.Select(r => r.Value)];

    /// <inheritdoc />
    public override IEnumerable<Criterion> Criteria() => [.. base.Criteria(), .. Rows.Select(r => r.When).OfType<Criterion>()];

    /// <inheritdoc />
    protected override Conclusion? Conclude(PatientContext patient)
    {
        Finding[] stated = [.. Rows.Where(r => r.When is not null).Select(r => r.When!.Evaluate(patient))];
        int next = 0;
        (DecisionRow Row, Finding Finding)[] rows = [.. Rows.Select(r => (r, r.When is null ? Finding.Any(stated).Negated() : stated[next++]))];
        (DecisionRow Row, Finding Finding)[] possible = [.. rows.Where(r => r.Finding.Truth != Truth.False)];
        (DecisionRow Row, Finding Finding)[] proven = [.. rows.Where(r => r.Finding.Truth == Truth.True)];
        if (possible.Length == 0) return null;

        // A table with an "otherwise" row is exhaustive: when all others are disproved, the last one holds.
        bool exhaustive = rows.Length > stated.Length;
        if (proven.Length == 1 || (exhaustive && possible.Length == 1))
        {
            (DecisionRow row, Finding finding) = proven.Length == 1 ? proven[0] : possible[0];
            IReadOnlyList<Basis> basis = finding.Truth == Truth.True ? finding.Basis : rows.Select(r => r.Finding).Joined();
            return Answer() with { Value = new CodeAnswer(row.Value), Possible = [new CodeAnswer(row.Value)], Basis = basis };
        }

        if (proven.Length > 1)
        {
            string values = string.Join(", ", proven.Select(r => r.Row.Value));
            patient.AddNote(new Note(NoteSeverity.Warning, null, EvaluationTexts.RowsOverlap.With("title", Title).With("values", values)));
            possible = proven;
        }

        return Answer() with
        {
            Possible = [.. possible.Select(r => new CodeAnswer(r.Row.Value))],
            Basis = rows.Select(r => r.Finding).Joined(),
            Missing = Finding.MissingOf(possible.Select(r => r.Finding)),
        };
    }
}

/// <summary>A row of a decision table.</summary>
/// <param name="Value">The value it gives.</param>
/// <param name="When">Its condition; null for "otherwise" (none of the others).</param>
public sealed record DecisionRow(string Value, Criterion? When);
