namespace Cds.FhirMapping.Answers;

/// <summary>Reads the numbers of a report: shares of cells (<c>65 %</c>, <c>20-30%</c>, <c>8/100 cells</c>, <c>5%未満</c>) and all the others, which answer nothing.</summary>
internal static class NumberWords
{
    /// <summary>Fewer cells than this are only a share when the word "cells" says so: 11/29 is a date.</summary>
    private const decimal FewestCells = 50m;

    private static readonly string[] CellWords = ["cells", "nuclei", "interphase", "metaphase", "細胞", "個", "核"];
    private static readonly string[] Units = ["ml", "μl", "ul", "dl", "iu", "miu", "u", "ng", "mg", "g", "pg", "log", "coi", "h", "l"];
    private static readonly string[] Sizes = ["mm", "cm"];

    /// <summary>Reads the number that starts at <paramref name="start"/>.</summary>
    public static Token Read(string text, int start)
    {
        int end = Digits(text, start);
        if (Share(text, start, end) is { } share) return share;
        while (end + 1 < text.Length && text[end] is '/' or ':' && char.IsAsciiDigit(text[end + 1])) end = Digits(text, end + 1);
        if (end + 1 < text.Length && text[end] == 'e' && (char.IsAsciiDigit(text[end + 1]) || (text[end + 1] == '-' && end + 2 < text.Length && char.IsAsciiDigit(text[end + 2])))) end = Digits(text, end + 2);
        end = PowerOfTen(text, end);
        int unit = end;
        while (unit < text.Length && AnswerText.IsWord(text[unit])) unit++;
        if (unit == end) return new Token(WordKind.Number, start, end);
        string letters = text[end..unit];
        WordKind kind = Array.IndexOf(Sizes, letters) >= 0 ? WordKind.Limit : Array.IndexOf(Units, letters) >= 0 ? WordKind.Number : WordKind.Unknown;
        return new Token(kind, start, unit);
    }

    /// <summary>The <c>x 10</c> of <c>2.3 x 10^-4</c> belongs to its number.</summary>
    private static int PowerOfTen(string text, int end)
    {
        int sign = SkipSpace(text, end);
        if (sign >= text.Length || text[sign] is not ('x' or '*')) return end;
        int ten = SkipSpace(text, sign + 1);
        return ten + 2 < text.Length && text[ten] == '1' && text[ten + 1] == '0' && text[ten + 2] is '^' or '-' ? ten + 2 : end;
    }

    private static Token? Share(string text, int start, int end)
    {
        if (ValueOf(text, start, end) is not { } low) return null;
        int percent = Percent(text, end);
        decimal? high = null;
        int rest = RangeSign(text, percent > 0 ? percent : end);
        if (rest > 0 && rest < text.Length && char.IsAsciiDigit(text[rest]))
        {
            int secondEnd = Digits(text, rest);
            int second = Percent(text, secondEnd);
            if (second > 0 && ValueOf(text, rest, secondEnd) is { } upper)
            {
                high = upper;
                percent = second;
            }
        }

        if (percent > 0) return InPercent(text, start, percent, low, high);
        if (end + 1 >= text.Length || text[end] != '/' || !char.IsAsciiDigit(text[end + 1])) return null;
        int lastEnd = Digits(text, end + 1);
        if (ValueOf(text, end + 1, lastEnd) is not { } cells || cells < low || cells == 0m || (lastEnd < text.Length && text[lastEnd] == '/')) return null;
        int word = SkipSpace(text, lastEnd);
        bool counted = CellWords.Any(w => string.CompareOrdinal(text, word, w, 0, w.Length) == 0);
        return counted || cells >= FewestCells ? new Token(WordKind.Share, start, lastEnd, -1, ValueRange.Exactly(low * 100m / cells)) : null;
    }

    private static Token? InPercent(string text, int start, int end, decimal low, decimal? high)
    {
        if (low > 100m || high > 100m || high < low) return new Token(WordKind.Unknown, start, end);
        if (high is { } upper) return new Token(WordKind.Share, start, end, -1, new ValueRange(low, true, upper, true));
        string before = Comparator(text, start);
        int word = SkipSpace(text, end);
        foreach ((string suffix, string sign) in (ReadOnlySpan<(string, string)>)[("未満", "<"), ("以下", "<="), ("以上", ">="), ("超", ">")])
        {
            if (string.CompareOrdinal(text, word, suffix, 0, suffix.Length) != 0) continue;
            if (before.Length > 0) return new Token(WordKind.Unknown, start, word + suffix.Length);
            before = sign;
            end = word + suffix.Length;
            break;
        }

        ValueRange range = before switch
        {
            "<" => ValueRange.LessThan(low),
            "<=" => ValueRange.AtMost(low),
            ">" => ValueRange.MoreThan(low),
            ">=" => ValueRange.AtLeast(low),
            _ => ValueRange.Exactly(low),
        };
        return new Token(WordKind.Share, start, end, -1, range);
    }

    private static string Comparator(string text, int start)
    {
        int i = start - 1;
        while (i >= 0 && text[i] == ' ') i--;
        if (i < 0) return "";
        return text[i] switch
        {
            '<' => "<",
            '>' => ">",
            '≤' => "<=",
            '≥' => ">=",
            '=' when i > 0 && text[i - 1] == '<' => "<=",
            '=' when i > 0 && text[i - 1] == '>' => ">=",
            _ => "",
        };
    }

    private static int RangeSign(string text, int at)
    {
        int i = SkipSpace(text, at);
        foreach (string sign in (ReadOnlySpan<string>)["-", "~", "to ", "から"])
        {
            if (string.CompareOrdinal(text, i, sign, 0, sign.Length) == 0) return SkipSpace(text, i + sign.Length);
        }

        return -1;
    }

    /// <summary>The character behind a sign or word of percent; -1 when there is none.</summary>
    private static int Percent(string text, int at)
    {
        int i = SkipSpace(text, at);
        foreach (string sign in (ReadOnlySpan<string>)["%", "percent", "パーセント"])
        {
            if (string.CompareOrdinal(text, i, sign, 0, sign.Length) == 0) return i + sign.Length;
        }

        return -1;
    }

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        return at;
    }

    /// <summary>Digits with decimal points or commas between them.</summary>
    private static int Digits(string text, int start)
    {
        int end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' && end > start && end + 1 < text.Length && char.IsAsciiDigit(text[end - 1]) && char.IsAsciiDigit(text[end + 1])))) end++;
        return end;
    }

    private static decimal? ValueOf(string text, int start, int end) =>
        end - start <= 12 && decimal.TryParse(text.AsSpan(start, end - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) ? value : null;
}
