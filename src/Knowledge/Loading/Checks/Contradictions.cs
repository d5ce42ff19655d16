using Cds.Knowledge.Criteria;

namespace Cds.Knowledge.Loading.Checks;

/// <summary>What has to hold together can hold together: comparisons, codes and findings of one fact, values of one conclusion, a part and its own denial.</summary>
internal sealed class Contradictions : ISenseCheck
{
    /// <inheritdoc />
    public void Check(ContentRead content)
    {
        foreach (PlacedCriterion placed in content.Criteria())
        {
            if (placed.Criterion is AllOf all && Defect(content, [.. Flat(all)]) is { } what) placed.Defect(content, what);
        }
    }

    private static IEnumerable<Criterion> Flat(Criterion criterion) => criterion is AllOf all ? all.Parts.SelectMany(Flat) : [criterion];

    private static string? Defect(ContentRead content, IReadOnlyList<Criterion> parts) =>
        Comparisons(parts) ?? Numbers(parts) ?? Codes(parts) ?? Findings(parts) ?? Unknowns(parts) ?? Values(parts) ?? Denials(content, parts);

    private static string? Comparisons(IEnumerable<Criterion> parts) => parts.OfType<FactComparison>().GroupBy(t => (t.Fact, t.At))
        .Where(tests => tests.Aggregate(Interval.Everything, (band, t) => band.And(Interval.Of(t.Operator, t.Threshold))).IsEmpty)
        .Select(tests => $"no value of '{tests.Key.Fact}' can meet all of its comparisons").FirstOrDefault();

    private static string? Numbers(IEnumerable<Criterion> parts) => parts.OfType<ConclusionComparison>().GroupBy(t => t.Conclusion)
        .Where(tests => tests.Aggregate(Interval.Everything, (band, t) => band.And(Interval.Of(t.Operator, t.Threshold))).IsEmpty)
        .Select(tests => $"no value of conclusion '{tests.Key}' can meet all of its comparisons").FirstOrDefault();

    private static string? Codes(IEnumerable<Criterion> parts) => parts.OfType<FactCode>().GroupBy(t => (t.Fact, t.At))
        .Where(tests => !tests.Select(t => t.Codes.AsEnumerable()).Aggregate((a, b) => a.Intersect(b)).Any())
        .Select(tests => $"no code of '{tests.Key.Fact}' can meet all that is asked of it").FirstOrDefault();

    private static string? Findings(IEnumerable<Criterion> parts) => parts.OfType<FactPresence>().GroupBy(t => (t.Fact, t.At))
        .Where(tests => tests.Select(t => t.Present).Distinct().Count() > 1)
        .Select(tests => $"'{tests.Key.Fact}' cannot be present and absent").FirstOrDefault();

    /// <summary>A value that must not be known, and is asked about beside it.</summary>
    private static string? Unknowns(IReadOnlyList<Criterion> parts) => parts.OfType<NoneOf>().SelectMany(n => n.Parts).OfType<FactKnown>()
        .Where(unknown => parts.Any(p => Reads(p) is { } read && read == (unknown.Fact, unknown.At)))
        .Select(unknown => $"'{unknown.Fact}' is asked about where it has to be unknown").FirstOrDefault();

    private static (string Fact, FactTime At)? Reads(Criterion criterion) => criterion switch
    {
        FactComparison test => (test.Fact, test.At),
        FactPresence test => (test.Fact, test.At),
        FactCode test => (test.Fact, test.At),
        FactLimit test => (test.Fact, test.At),
        FactKnown test => (test.Fact, test.At),
        _ => null,
    };

    private static string? Values(IEnumerable<Criterion> parts) => parts.OfType<ConclusionIs>().GroupBy(t => t.Conclusion)
        .Where(tests => !tests.Select(t => t.Codes.AsEnumerable()).Aggregate((a, b) => a.Intersect(b)).Any())
        .Select(tests => $"no value of conclusion '{tests.Key}' can meet all that is asked of it").FirstOrDefault();

    private static string? Denials(ContentRead content, IReadOnlyList<Criterion> parts)
    {
        HashSet<string> asked = [.. parts.Select(p => content.Vocabulary.Places.Of(p)?.Source()).OfType<string>()];
        return parts.OfType<NoneOf>().SelectMany(n => n.Parts).Select(p => content.Vocabulary.Places.Of(p)?.Source()).OfType<string>()
            .Where(asked.Contains).Select(same => $"the same is asked and denied: {same}").FirstOrDefault();
    }
}
