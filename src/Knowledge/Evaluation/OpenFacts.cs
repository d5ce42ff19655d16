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

        if (needs.Count < 2) return [.. needs.Keys];
        KeyValuePair<string, (int Count, int SmallestSet, int Place)>[] ranked = [.. needs];
        Array.Sort(ranked, static (one, other) =>
        {
            int order = other.Value.Count.CompareTo(one.Value.Count);
            if (order == 0) order = one.Value.SmallestSet.CompareTo(other.Value.SmallestSet);
            return order == 0 ? one.Value.Place.CompareTo(other.Value.Place) : order;
        });
        return Array.ConvertAll(ranked, static need => need.Key);
    }
}
