namespace Cds.FhirMapping.DataTypes;

/// <summary>The last day of a supply.</summary>
internal static class LastDay
{
    private const decimal LongestSupply = 36525m;

    /// <summary>Later days are none of a patient.</summary>
    public static readonly DateOnly OfAnyRecord = new(2999, 12, 31);

    /// <summary>The last of so many days, the first day included; as imprecise as the first day is. Null without a first day.</summary>
    public static ClinicalDate? Of(ClinicalDate? start, decimal days)
    {
        if (start is not { } first || days <= 0 || days > LongestSupply) return null;
        int more = (int)Math.Ceiling(days) - 1;
        if (first.LatestDay > OfAnyRecord.PlusDays(-more)) return null;
        if (first.IsOneDay) return ClinicalDate.OnDay(first.EarliestDay.PlusDays(more));
        DateOnly earliest = first.EarliestDay.PlusDays(more);
        DateOnly latest = first.LatestDay.PlusDays(more);
        return new ClinicalDate(earliest.ToDateTime(TimeOnly.MinValue), latest.ToDateTime(TimeOnly.MaxValue), $"{first.Text} + {more} d");
    }
}
