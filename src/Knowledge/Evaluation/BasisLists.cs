namespace Cds.Knowledge.Evaluation;

/// <summary>Joins lists of basis entries without naming a datum twice.</summary>
internal static class BasisLists
{
    public static void AddNew(this List<Basis> list, IEnumerable<Basis> entries)
    {
        foreach (Basis entry in entries)
        {
            if (!list.Exists(entry.IsSameDatumAs)) list.Add(entry);
        }
    }

    public static IReadOnlyList<Basis> Joined(this IEnumerable<Finding> findings)
    {
        var joined = new List<Basis>();
        foreach (Finding finding in findings) joined.AddNew(finding.Basis);
        return joined;
    }
}
