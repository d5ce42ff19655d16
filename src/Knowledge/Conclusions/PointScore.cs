using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Conclusions;

/// <summary>A sum of points, answered as the band it falls into. Of the rows of one item the highest that holds counts.</summary>
public sealed record PointScore : ConclusionDefinition
{
    /// <summary>What gives points.</summary>
    public required IReadOnlyList<ScoreItem> Items { get; init; }

    /// <summary>Bands of the sum, lowest first; the last one has no upper end.</summary>
    public required IReadOnlyList<ScoreBand> Bands { get; init; }

    /// <inheritdoc />
    public override IReadOnlyList<string> Values => [.. Bands.Select(b => b.Value)];

    /// <inheritdoc />
    public override IEnumerable<Criterion> Criteria() => [.. base.Criteria(), .. Items.SelectMany(i => i.Rows).Select(r => r.When)];

    /// <inheritdoc />
    protected override Conclusion? Conclude(PatientContext patient)
    {
        var sums = new SortedSet<int> { 0 };
        var findings = new List<Finding>();
        foreach (ScoreItem item in Items)
        {
            (int Points, Finding Finding)[] rows = [.. item.Rows.Select(r => (r.Points, r.When.Evaluate(patient)))];
            findings.AddRange(rows.Select(r => r.Finding));
            int sure = rows.Where(r => r.Finding.Truth == Truth.True).Select(r => r.Points).DefaultIfEmpty(0).Max();
            int[] points = [sure, .. rows.Where(r => r.Finding.Truth == Truth.Unknown && r.Points > sure).Select(r => r.Points)];
            sums = [.. sums.SelectMany(sum => points.Select(p => sum + p))];
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

    private ScoreBand BandOf(int sum) => Bands.First(band => band.AtMost is not { } high || sum <= high);
}

/// <summary>One item of a score.</summary>
/// <param name="Id">Item id.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Rows">Points by condition.</param>
public sealed record ScoreItem(string Id, LocalizedText Title, IReadOnlyList<ScoreRow> Rows);

/// <summary>Points for a condition.</summary>
/// <param name="Points">Points.</param>
/// <param name="When">Condition.</param>
public sealed record ScoreRow(int Points, Criterion When);

/// <summary>A band of the sum.</summary>
/// <param name="Value">Value of the conclusion.</param>
/// <param name="AtMost">Highest sum of the band; null for the last one.</param>
public sealed record ScoreBand(string Value, int? AtMost);
