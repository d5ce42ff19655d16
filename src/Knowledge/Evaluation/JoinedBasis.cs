namespace Cds.Knowledge.Evaluation;

/// <summary>The data of some findings, each once.</summary>
/// <param name="findings">The findings; the array is kept and not to be changed.</param>
/// <param name="only">Only findings with this truth explain the answer; null for all of them.</param>
internal sealed class JoinedBasis(Finding[] findings, Truth? only) : ListOnDemand<Basis>
{
    /// <summary>The data of those that explain the answer; where a single one does and its list has no datum twice, that list.</summary>
    public static IReadOnlyList<Basis> Of(Finding[] findings, Truth? only)
    {
        IReadOnlyList<Basis>? single = null;
        foreach (Finding finding in findings)
        {
            if ((only is { } truth && finding.Truth != truth) || finding.Basis is Basis[] { Length: 0 }) continue;
            if (single is not null) return new JoinedBasis(findings, only);
            single = finding.Basis;
        }

        return single is null ? [] : single is JoinedBasis ? single : new JoinedBasis(findings, only);
    }

    /// <inheritdoc />
    protected override IReadOnlyList<Basis> Make()
    {
        var joined = new BasisCollector();
        foreach (Finding finding in findings)
        {
            if (only is not { } truth || finding.Truth == truth) joined.Add(finding.Basis);
        }

        return joined.ToList();
    }
}
