namespace Cds.FhirMapping;

/// <summary>Puts observations in an order that does not depend on the order of resources in the request, each once.</summary>
internal static class ObservationOrder
{
    /// <summary>Sorted by fact, time and resource; what was read twice alike stands once.</summary>
    public static IReadOnlyList<ObservedFact> Sorted(List<ObservedFact> observations)
    {
        ObservedFact[] sorted = [.. observations];
        Array.Sort(sorted, Compare);
        var unique = new List<ObservedFact>(sorted.Length);
        foreach (ObservedFact observed in sorted)
        {
            if (!IsThere(unique, observed)) unique.Add(observed);
        }

        return unique;
    }

    private static int Compare(ObservedFact left, ObservedFact right)
    {
        int order = string.CompareOrdinal(left.FactId, right.FactId);
        if (order == 0) order = left.Date.Earliest.CompareTo(right.Date.Earliest);
        if (order == 0) order = left.Date.Latest.CompareTo(right.Date.Latest);
        if (order == 0) order = string.CompareOrdinal(left.Resource, right.Resource);
        // Several values of one resource and time: any order will do as long as it is always the same.
        return order != 0 ? order : string.CompareOrdinal(left.Value.ToString(), right.Value.ToString());
    }

    /// <summary>Only the values of one resource and time, which stand together, can be the same.</summary>
    private static bool IsThere(List<ObservedFact> unique, ObservedFact observed)
    {
        for (int i = unique.Count - 1; i >= 0 && unique[i].Resource == observed.Resource && unique[i].Date.Earliest == observed.Date.Earliest && unique[i].FactId == observed.FactId; i--)
        {
            if (unique[i] == observed) return true;
        }

        return false;
    }
}
