namespace Cds.Knowledge.Recommendations;

/// <summary>Works out when a repeated examination is due: counted from the day it was last done, from the day asked about when it never was.</summary>
internal static class ServiceDueDate
{
    private static readonly LocalizedText Between = new(" ({first} to {last})", "（{first}～{last}）");

    private static readonly LocalizedText On = new(" ({first})", "（{first}）");

    private static readonly LocalizedText Overdue = new(" (due now; last done on {date})", "（期日超過、前回 {date}）");

    public static ServiceOrder For(PatientContext patient, ServiceOrder order, DueIn due)
    {
        DateOnly today = patient.AsOf.Day;
        DateOnly? done = patient.Knowledge.Facts.ContainsKey(order.For) && patient.Series(order.For) is [.., { } newest] ? newest.Date.LatestDay : null;
        DateOnly from = done is { } day && day < today ? day : today;
        (DateOnly first, DateOnly last) = due.After(from);
        if (last < today) return With(order, today, today, Overdue.With("date", Text(from)));
        if (first < today) first = today;
        return With(order, first, last, (first == last ? On : Between).With("first", Text(first)).With("last", Text(last)));
    }

    private static ServiceOrder With(ServiceOrder order, DateOnly first, DateOnly last, LocalizedText when) => order with
    {
        Due = (first, last),
        Text = new LocalizedText(order.Text.En + when.En, order.Text.Ja + when.Ja),
    };

    private static string Text(DateOnly day) => ClinicalDate.OnDay(day).Text;
}
