namespace Cds.CdsHooks.Cards.Glance;

/// <summary>Shortens plain text to a length that it has after <see cref="Markdown.Neutralise"/>, at the end of a clause or a word where one is near.</summary>
internal static class Clip
{
    private const char Ellipsis = '…';

    private const string ClauseEnds = ";,:；、：。", CompleteEnds = ";；。", WholeEnds = ";:；：。";

    /// <summary>Whether a text was cut in the middle of a sentence, which it then shows.</summary>
    public static bool IsCut(string text) => text.EndsWith(Ellipsis);

    /// <summary>The text, neutralised, in at most so many UTF-16 units.</summary>
    public static string Neutralised(string text, int longest)
    {
        text = text.Trim();
        string whole = Markdown.Neutralise(text);
        if (whole.Length <= longest) return whole;
        for (int length = Math.Min(text.Length, longest) - 1; length > 0; length--)
        {
            int end = Boundary(text, length);
            string kept = text[..end].TrimEnd();
            bool complete = (CompleteEnds.Contains(kept[^1]) || OpensBracket(text, end)) && !IsInBracket(kept);
            string cut = Markdown.Neutralise(kept.TrimEnd([.. ClauseEnds])) + (complete ? "" : Ellipsis);
            if (cut.Length <= longest) return cut;
        }

        return "";
    }

    /// <summary>The longest beginning that is whole by itself (up to a colon, a semicolon, a full stop or a bracket), neutralised, in at most so many UTF-16 units; empty where there is none.</summary>
    public static string Whole(string text, int longest)
    {
        text = text.Trim();
        string whole = Markdown.Neutralise(text);
        if (whole.Length <= longest) return whole;
        for (int end = Math.Min(text.Length - 1, longest); end > 0; end--)
        {
            if (!EndsWhole(text, end) || IsInBracket(text[..end])) continue;
            string cut = Markdown.Neutralise(text[..end].TrimEnd());
            if (cut.Length <= longest) return cut;
        }

        return "";
    }

    /// <summary>Whether what stands before the place is whole: a mark that closes a clause, or a bracket that begins, is there.</summary>
    private static bool EndsWhole(string text, int end) =>
        (WholeEnds.Contains(text[end]) && (text[end] > '\u007f' || end == text.Length - 1 || text[end + 1] == ' ')) || OpensBracket(text, end);

    /// <summary>Whether a remark in brackets begins there: what stands before it is complete. A bracket within a word (<c>del(17p)</c>) begins none.</summary>
    private static bool OpensBracket(string text, int at) => at > 0 && at < text.Length && (text[at] == '（' || (text[at] == '(' && text[at - 1] == ' '));

    private static bool IsInBracket(string kept) => kept.Count(c => c is '(' or '（') > kept.Count(c => c is ')' or '）');

    /// <summary>The last end of a clause, or place before a bracket, in the second half, else of a word in the last third, else any place between characters.</summary>
    private static int Boundary(string text, int length)
    {
        for (int i = length; i > length / 2; i--)
        {
            if (OpensBracket(text, i)) return i;
            if (ClauseEnds.Contains(text[i - 1]) && (text[i - 1] > '\u007f' || i == text.Length || text[i] == ' ')) return i;
        }

        for (int i = length; i > length * 2 / 3; i--)
        {
            if (i < text.Length && text[i] == ' ') return i;
        }

        return char.IsLowSurrogate(text[length]) ? length - 1 : length;
    }
}
