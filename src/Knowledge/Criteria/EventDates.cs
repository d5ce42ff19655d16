using System.Text.RegularExpressions;

namespace Cds.Knowledge.Criteria;

/// <summary>Days counted from an event in the texts of a rule: <c>{autologous-transplant+60d}</c> becomes the date of day 60.</summary>
internal static partial class EventDates
{
    /// <summary>The text with every date filled in; where the day of the event is not known, the text says so in its place.</summary>
    public static LocalizedText Fill(LocalizedText text, PatientContext patient)
    {
        if (!text.En.Contains('{', StringComparison.Ordinal)) return text;
        foreach (Match placeholder in Placeholder().Matches(text.En))
        {
            text = Event(placeholder) is { } since && since.Date(patient) is { IsOneDay: true } date
                ? text.With(placeholder.Value[1..^1], Written(date.EarliestDay.PlusDays(Days(placeholder))))
                : text.With(placeholder.Value[1..^1], EvaluationTexts.DayNotOnRecord);
        }

        return text;
    }

    /// <summary>What is wrong with the dates of a text; null when nothing is.</summary>
    public static string? Defect(LocalizedText text)
    {
        Match[] english = [.. Placeholder().Matches(text.En).Cast<Match>()];
        if (english.FirstOrDefault(p => Event(p) is null) is { } unknown) return $"'{unknown.Value}' names no event";
        string[] japanese = [.. Placeholder().Matches(text.Ja).Select(p => p.Value).Order(StringComparer.Ordinal)];
        return english.Select(p => p.Value).Order(StringComparer.Ordinal).SequenceEqual(japanese) ? null : "the two languages name different dates";
    }

    private static SinceEvent? Event(Match placeholder) =>
        Enum.TryParse(placeholder.Groups["event"].Value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out SinceEvent since) ? since : null;

    private static LocalizedText Written(DateOnly day) => new(day.ToString("d MMM yyyy", CultureInfo.InvariantCulture), day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture));

    private static int Days(Match placeholder) => int.Parse(placeholder.Groups["days"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{(?<event>[a-z-]+)\+(?<days>[0-9]{1,4})d\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
