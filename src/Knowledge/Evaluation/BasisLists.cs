namespace Cds.Knowledge.Evaluation;

/// <summary>Joins lists of basis entries without naming a datum twice.</summary>
internal static class BasisLists
{
    /// <summary>The data of all findings, each once.</summary>
    public static IReadOnlyList<Basis> Joined(this IEnumerable<Finding> findings) => JoinedBasis.Of([.. findings], null);

    /// <summary>The data of all lists, each once.</summary>
    public static IReadOnlyList<Basis> Joined(this IEnumerable<IReadOnlyList<Basis>> lists)
    {
        var joined = new BasisCollector();
        foreach (IReadOnlyList<Basis> list in lists) joined.Add(list);
        return joined.ToList();
    }

    /// <summary>The list, shortened where it names more data of one fact than anybody reads.</summary>
    public static IReadOnlyList<Basis> Bounded(this IReadOnlyList<Basis> list) => LongBasis.Shortened(list);
}
