namespace Cds.Knowledge.Evaluation;

/// <summary>What evaluating a criterion gives: the truth, the data used, and the facts that are lacking.</summary>
/// <param name="Truth">Truth.</param>
/// <param name="Basis">The data used.</param>
/// <param name="Missing">Ids of facts, conditions or drugs that would decide it; empty unless unknown.</param>
public sealed record Finding(Truth Truth, IReadOnlyList<Basis> Basis, IReadOnlyList<string> Missing)
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
    public static Finding All(IReadOnlyList<Finding> findings)
    {
        Finding[] parts = Kept(findings);
        var truth = Truth.True;
        foreach (Finding part in parts) truth = truth.And(part.Truth);
        return Combine(parts, truth, Truth.False);
    }

    /// <summary>Disjunction: true answers explain a true, all explain a false, what is open is missing.</summary>
    public static Finding Any(IReadOnlyList<Finding> findings)
    {
        Finding[] parts = Kept(findings);
        var truth = Truth.False;
        foreach (Finding part in parts) truth = truth.Or(part.Truth);
        return Combine(parts, truth, Truth.True);
    }

    /// <summary>
    /// Joins findings under a truth found elsewhere. When <paramref name="truth"/> is the <paramref name="deciding"/> value, only the findings that
    /// have it explain it. Data and missing facts are joined when somebody looks at them.
    /// </summary>
    public static Finding Combine(IReadOnlyList<Finding> findings, Truth truth, Truth? deciding)
    {
        Finding[] parts = Kept(findings);
        return new Finding(truth, JoinedBasis.Of(parts, truth == deciding ? truth : null), truth == Truth.Unknown ? new OpenFacts(parts) : []);
    }

    /// <summary>
    /// What the undecided findings lack: the fact that most of them need first, then those of the smallest set that may decide one of them.
    /// </summary>
    public static IReadOnlyList<string> MissingOf(IEnumerable<Finding> findings) => findings.Where(finding => finding.Truth == Truth.Unknown).ToArray() is { Length: > 0 } open ? new OpenFacts(open) : [];

    /// <summary>Findings that stay as they are: what is joined later must not have been changed meanwhile.</summary>
    private static Finding[] Kept(IReadOnlyList<Finding> findings) => findings as Finding[] ?? [.. findings];
}
