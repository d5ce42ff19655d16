namespace Cds.CdsHooks.Cards.Glance;

/// <summary>Shortens plain text to a length that it has after <see cref="Markdown.Neutralise"/>, at the end of a clause or a word where one is near.</summary>
internal static class Clip
{
    private const char Ellipsis = '…';

    private const string ClauseEnds = ";,:；、：。", CompleteEnds = ";；。";

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
