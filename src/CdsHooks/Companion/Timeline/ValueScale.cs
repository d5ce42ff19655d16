using System.Globalization;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Companion.Timeline;

/// <summary>Values as heights of a drawing, in pixels from its top. The picture is approximate; the exact values stand beside it.</summary>
/// <param name="Low">The value at the bottom.</param>
/// <param name="High">The value at the top.</param>
/// <param name="IsLogarithmic">Whether equal heights are equal ratios.</param>
public sealed record ValueScale(decimal Low, decimal High, bool IsLogarithmic)
{
    /// <summary>Height of a chart.</summary>
    public const int Height = 76;

    private const int Edge = 6;
    private const decimal Room = 0.08m, FromZero = 0.5m;

    private static readonly decimal[] Steps = [1m, 2m, 2.5m, 5m, 10m];

    /// <summary>The scale that holds some values.</summary>
    public static ValueScale Of(IReadOnlyCollection<decimal> values, bool isLogarithmic)
    {
        if (values.Count == 0) return new ValueScale(0m, 1m, false);
        decimal low = values.Min(), high = values.Max();
        if (isLogarithmic && values.Where(value => value > 0m).ToArray() is { Length: > 0 } positive)
            return new ValueScale(PowerOfTen(positive.Min(), Math.Floor), Math.Max(PowerOfTen(high, Math.Ceiling), 10m * PowerOfTen(positive.Min(), Math.Floor)), true);
        if (low >= 0m && low <= high * FromZero) low = 0m;
        decimal room = Room * (high - low);
        return high > low ? new ValueScale(low == 0m ? 0m : low - room, high + room, false) : new ValueScale(low - Math.Max(1m, Math.Abs(low)) * Room, low + Math.Max(1m, Math.Abs(low)) * Room, false);
    }

    /// <summary>The height of a value; values beyond the edges stand at them.</summary>
    public string At(decimal value) => Pixels(Edge + (Height - 2 * Edge) * (1m - Math.Clamp(Share(value), 0m, 1m)));

    /// <summary>Values that are labelled: two or three.</summary>
    public IEnumerable<(decimal Value, string Label)> Ticks()
    {
        if (IsLogarithmic)
        {
            for (decimal value = Low; value <= High; value *= 10m) yield return (value, Label(value));
            yield break;
        }

        decimal rough = (High - Low) / 3m;
        decimal power = PowerOfTen(rough, Math.Floor);
        decimal step = Array.Find(Steps, candidate => candidate * power >= rough) * power;
        for (decimal value = Math.Ceiling(Low / step) * step; value <= High; value += step) yield return (value, Label(value));
    }

    private decimal Share(decimal value)
    {
        if (!IsLogarithmic) return (value - Low) / (High - Low);
        return value <= 0m ? 0m : Logarithm(value / Low) / Logarithm(High / Low);
    }

    private static decimal PowerOfTen(decimal value, Func<double, double> round) => (decimal)Math.Pow(10d, round((double)Logarithm(value)));

    /// <summary>Places on paper only; no clinical value is computed from it.</summary>
    private static decimal Logarithm(decimal value) => (decimal)Math.Log10((double)value);

    private static string Label(decimal value) => ValueRange.Exactly(value).ToString();

    private static string Pixels(decimal height) => height.ToString("0.#", CultureInfo.InvariantCulture);
}
