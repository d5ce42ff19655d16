using System.Globalization;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Companion.Timeline;

/// <summary>Days as places from left to right, in per cent of the width, so that a drawing fits every screen.</summary>
/// <param name="First">The day at the left edge.</param>
/// <param name="Last">The day at the right edge.</param>
public sealed record TimeScale(DateOnly First, DateOnly Last)
{
    /// <summary>Labels closer together than this share of the width would touch on a telephone.</summary>
    private const int MostTicks = 6;

    /// <summary>Share of the width that a letter of a label takes on a telephone; those of Japanese take two.</summary>
    private const decimal LetterShare = 2m;

    /// <summary>How much wider drawings are on wide screens, at the least.</summary>
    private const decimal WiderBy = 1.6m;

    private const char FirstWideLetter = '\u2e80';

    private static readonly int[] MonthSteps = [1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 480];

    private int Days => Math.Max(1, Last.DayNumber - First.DayNumber);

    /// <summary>The place of a day; days beyond the edges stand at them.</summary>
    public string At(DateOnly day) => Percent(Share(day));

    /// <summary>The width from one day to another.</summary>
    public string Width(DateOnly from, DateOnly to) => Percent(Math.Max(0m, Share(to) - Share(from)));

    /// <summary>Where a label fits between two days.</summary>
    public LabelRoom RoomFor(string label, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(label);
        decimal needed = label.Sum(letter => letter < FirstWideLetter ? LetterShare : 2 * LetterShare);
        decimal room = Share(to) - Share(from);
        return room > needed ? LabelRoom.Everywhere : room > needed / WiderBy ? LabelRoom.OnWideScreens : LabelRoom.Nowhere;
    }

    /// <summary>Whether a bar between two days would be wide enough to be seen.</summary>
    public bool IsSeen(DateOnly from, DateOnly to) => Share(to) - Share(from) > 0.8m;

    /// <summary>Whether a label behind the day would run out at the right.</summary>
    public bool IsNearTheEnd(DateOnly day) => Share(day) > 91m;

    /// <summary>Days that are labelled, with their labels: months, or days where the record spans weeks only.</summary>
    public IEnumerable<(DateOnly Day, string Label)> Ticks()
    {
        int months = (Last.Year - First.Year) * 12 + Last.Month - First.Month;
        if (months < 2)
        {
            int days = Math.Max(1, (int)Math.Ceiling(Days / (decimal)MostTicks));
            for (DateOnly day = First; day <= Last; day = day.PlusDays(days)) yield return (day, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)[5..]);
            yield break;
        }

        int step = Array.Find(MonthSteps, candidate => months / candidate < MostTicks) is > 0 and var fitting ? fitting : MonthSteps[^1];
        int start = First.Year * 12 + First.Month - 1;
        for (int month = start + (step - start % step) % step; month <= Last.Year * 12 + Last.Month - 1; month += step)
        {
            var day = new DateOnly(month / 12, month % 12 + 1, 1);
            if (day >= First) yield return (day, day.ToString(step >= 12 ? "yyyy" : "yyyy-MM", CultureInfo.InvariantCulture));
        }
    }

    private decimal Share(DateOnly day) => Math.Clamp(100m * (day.DayNumber - First.DayNumber) / Days, 0m, 100m);

    private static string Percent(decimal share) => share.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}

/// <summary>Where there is room for a label.</summary>
public enum LabelRoom
{
    /// <summary>On no screen.</summary>
    Nowhere,

    /// <summary>On screens wider than a telephone.</summary>
    OnWideScreens,

    /// <summary>On telephones too.</summary>
    Everywhere,
}
