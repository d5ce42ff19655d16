using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>What evaluating a criterion gives: the truth, the data used, and the facts that are lacking.</summary>
/// <param name="Truth">Truth.</param>
/// <param name="Basis">The data used.</param>
/// <param name="Missing">Ids of facts, conditions or drugs that would decide it; empty unless unknown.</param>
internal sealed record Finding(Truth Truth, IReadOnlyList<Basis> Basis, IReadOnlyList<string> Missing)
{
    /// <summary>True without any datum.</summary>
    public static Finding Always { get; } = new(Truth.True, [], []);

    /// <summary>False without any datum (closed-world: nothing recorded).</summary>
    public static Finding Never { get; } = new(Truth.False, [], []);

    /// <summary>Decided by data.</summary>
    public static Finding Of(Truth truth, IReadOnlyList<Basis> basis, IReadOnlyList<string> missing) =>
        new(truth, basis, truth == Truth.Unknown ? missing : []);

    /// <summary>Unknown for lack of the named facts.</summary>
    public static Finding Lacking(params IReadOnlyList<string> missing) => new(Truth.Unknown, [], missing);

    /// <summary>The opposite answer from the same data.</summary>
    public Finding Negated() => this with { Truth = Truth.Not() };

    /// <summary>Conjunction: false answers explain a false, all explain a true, what is open is missing.</summary>
    public static Finding All(IReadOnlyList<Finding> findings) => Combine(findings, findings.Aggregate(Truth.True, (t, f) => t.And(f.Truth)), Truth.False);

    /// <summary>Disjunction: true answers explain a true, all explain a false, what is open is missing.</summary>
    public static Finding Any(IReadOnlyList<Finding> findings) => Combine(findings, findings.Aggregate(Truth.False, (t, f) => t.Or(f.Truth)), Truth.True);

    /// <summary>
    /// Joins findings under a truth found elsewhere. When <paramref name="truth"/> is the <paramref name="deciding"/> value, only the findings that
    /// have it explain it.
    /// </summary>
    public static Finding Combine(IReadOnlyList<Finding> findings, Truth truth, Truth? deciding)
    {
        var basis = new List<Basis>();
        foreach (Finding finding in findings)
        {
            if (truth != deciding || finding.Truth == truth) basis.AddNew(finding.Basis);
        }

        return new Finding(truth, basis, truth == Truth.Unknown ? MissingOf(findings) : []);
    }

    /// <summary>
    /// What the undecided findings lack: the fact that most of them need first, then those of the smallest set that may decide one of them.
    /// </summary>
    public static IReadOnlyList<string> MissingOf(IEnumerable<Finding> findings)
    {
        var needs = new Dictionary<string, (int Count, int SmallestSet, int Place)>();
        foreach (Finding finding in findings.Where(f => f.Truth == Truth.Unknown))
        {
            foreach (string id in finding.Missing)
            {
                needs[id] = needs.TryGetValue(id, out (int Count, int SmallestSet, int Place) need)
                    ? (need.Count + 1, Math.Min(need.SmallestSet, finding.Missing.Count), need.Place)
                    : (1, finding.Missing.Count, needs.Count);
            }
        }

        return [.. needs.OrderByDescending(n => n.Value.Count).ThenBy(n => n.Value.SmallestSet).ThenBy(n => n.Value.Place).Select(n => n.Key)];
    }
}
