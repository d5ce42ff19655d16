using Cds.Knowledge.Values;

namespace Cds.Knowledge.Evaluation;

/// <summary>What undecided findings lack: the fact that most of them need first, then those of the smallest set that may decide one of them.</summary>
/// <param name="findings">The findings, decided ones among them; the array is kept and not to be changed.</param>
internal sealed class OpenFacts(Finding[] findings) : ListOnDemand<string>
{
    /// <inheritdoc />
    protected override IReadOnlyList<string> Make()
    {
        var needs = new Dictionary<string, (int Count, int SmallestSet, int Place)>();
        foreach (Finding finding in findings)
        {
            if (finding.Truth != Truth.Unknown) continue;
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
