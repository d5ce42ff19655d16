namespace Cds.Knowledge.Criteria;

/// <summary>The times of criteria in words.</summary>
internal static class TimeWords
{
    public static LocalizedText WithinDays(int days) => new LocalizedText("within {count} days", "（{count}日以内）").With("count", WordList.Number(days));

    public static LocalizedText WithinHours(int hours) => new LocalizedText("within {count} hours", "（{count}時間以内）").With("count", WordList.Number(hours));

    public static LocalizedText HoursAgo(int hours) => new LocalizedText("{count} hours or more ago", "（{count}時間以上前）").With("count", WordList.Number(hours));
}
