using Cds.Knowledge.Evaluation;

namespace Cds.Knowledge.Tests.Reference;

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

    public static IReadOnlyList<Basis> Joined(this IEnumerable<Finding> findings) => findings.Select(finding => finding.Basis).Joined();

    public static IReadOnlyList<Basis> Joined(this IEnumerable<IReadOnlyList<Basis>> lists)
    {
        var joined = new List<Basis>();
        foreach (IReadOnlyList<Basis> list in lists) joined.AddNew(list);
        return joined;
    }
}
