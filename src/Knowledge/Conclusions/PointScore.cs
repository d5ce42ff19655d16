namespace Cds.Knowledge.Conclusions;

/// <summary>A sum of points, answered as the band it falls into, or as the sum itself where there are no bands. Of the rows of one item the highest that holds counts.</summary>
public sealed record PointScore : ConclusionDefinition
{
    /// <summary>What gives points.</summary>
    public required IReadOnlyList<ScoreItem> Items { get; init; }

    /// <summary>Bands of the sum, lowest first, the last one without upper end; empty where the sum is the answer.</summary>
    public required IReadOnlyList<ScoreBand> Bands { get; init; }

    /// <inheritdoc />
    public override IReadOnlyList<string> Values => [.. Bands.Select(b => b.Value)];

    /// <inheritdoc />
    public override IEnumerable<Criterion> Criteria() => [.. base.Criteria(), .. Items.SelectMany(i => i.Rows).Select(r => r.When)];

    /// <inheritdoc />
    protected override Conclusion? Conclude(PatientContext patient)
    {
        var sums = new SortedSet<decimal> { 0m };
        var findings = new List<Finding>();
        foreach (ScoreItem item in Items)
        {
            (decimal Points, Finding Finding)[] rows = [.. item.Rows.Select(r => (r.Points, r.When.Evaluate(patient)))];
            findings.AddRange(rows.Select(r => r.Finding));
            decimal[] points = PointsOf(rows);
            sums = [.. sums.SelectMany(sum => points.Select(p => sum + p))];
        }

        if (Bands.Count == 0)
        {
            return Answer() with
            {
                Value = sums.Count == 1 ? new NumberAnswer(sums.Min) : null,
                Possible = [.. sums.Select(sum => new NumberAnswer(sum))],
                Basis = findings.Joined(),
                Missing = sums.Count == 1 ? [] : Finding.MissingOf(findings),
            };
        }

        ScoreBand[] possible = [.. Bands.Where(band => sums.Any(sum => band == BandOf(sum)))];
        return Answer() with
        {
            Value = possible.Length == 1 ? new CodeAnswer(possible[0].Value) : null,
            Possible = [.. possible.Select(b => new CodeAnswer(b.Value))],
            Basis = findings.Joined(),
            Missing = possible.Length == 1 ? [] : Finding.MissingOf(findings),
        };
    }

    /// <summary>
    /// The points that the data still allow. Without a row that holds there are none, unless a row of its own says when there are none: then one of the rows has to hold.
    /// </summary>
    private static decimal[] PointsOf((decimal Points, Finding Finding)[] rows)
    {
        decimal[] proven = [.. rows.Where(r => r.Finding.Truth == Truth.True).Select(r => r.Points)];
        decimal[] open = [.. rows.Where(r => r.Finding.Truth == Truth.Unknown).Select(r => r.Points)];
        if (proven.Length > 0) return [proven.Max(), .. open.Where(p => p > proven.Max())];
        bool saysWhenNone = rows.Any(r => r.Points == 0m);
        return saysWhenNone && open.Length > 0 ? open : [0m, .. open.Where(p => p != 0m)];
    }

    private ScoreBand BandOf(decimal sum) => Bands.First(band => band.AtMost is not { } high || sum <= high);
}

/// <summary>One item of a score.</summary>
/// <param name="Id">Item id.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Rows">Points by condition.</param>
public sealed record ScoreItem(string Id, LocalizedText Title, IReadOnlyList<ScoreRow> Rows);

/// <summary>Points for a condition.</summary>
/// <param name="Points">Points.</param>
/// <param name="When">Condition.</param>
public sealed record ScoreRow(decimal Points, Criterion When);

/// <summary>A band of the sum.</summary>
/// <param name="Value">Value of the conclusion.</param>
/// <param name="AtMost">Highest sum of the band; null for the last one.</param>
public sealed record ScoreBand(string Value, decimal? AtMost);
