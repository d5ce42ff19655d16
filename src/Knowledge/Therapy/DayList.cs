namespace Cds.Knowledge.Therapy;

/// <summary>Days of a cycle as a prescriber writes them: three or more in a row become a range ("1-21", "1-4, 9-12").</summary>
public static class DayList
{
    private const int ShortestRange = 3;

    /// <summary>The days, which are in ascending order, in both languages.</summary>
    public static LocalizedText Of(IReadOnlyList<int> days)
    {
        var english = new List<string>();
        var japanese = new List<string>();
        for (int first = 0, next; first < days.Count; first = next)
        {
            next = first + 1;
            while (next < days.Count && days[next] == days[next - 1] + 1) next++;
            if (next - first < ShortestRange) next = first + 1;
            string start = days[first].ToString(CultureInfo.InvariantCulture), end = days[next - 1].ToString(CultureInfo.InvariantCulture);
            english.Add(start == end ? start : $"{start}-{end}");
            japanese.Add(start == end ? start : $"{start}～{end}");
        }

        return new LocalizedText(string.Join(", ", english), string.Join(", ", japanese));
    }
}
