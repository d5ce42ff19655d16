using System.Text;

namespace Cds.CdsHooks.Cards;

/// <summary>Brings a sentence to what CDS Hooks allows as a summary: one line of plain text, fewer than 140 characters.</summary>
internal static class SummaryText
{
    /// <summary>Longest summary in UTF-16 units.</summary>
    public const int Longest = 139;

    private const char Ellipsis = '…';

    /// <summary>How far back a cut may move to end at a word; texts without spaces are cut between characters.</summary>
    private const int WordSearch = 30;

    /// <summary>The sentence in one line, shortened with an ellipsis when it is too long.</summary>
    public static string Fit(string sentence)
    {
        string line = OneLine(sentence);
        if (line.Length <= Longest) return line;
        int end = Longest - 1;
        int space = line.LastIndexOf(' ', end, WordSearch);
        if (space > 0) end = space;
        else if (char.IsLowSurrogate(line[end])) end--;
        return line[..end].TrimEnd() + Ellipsis;
    }

    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (char c in PlainText.Of(text))
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c)) line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }

        return line.ToString().TrimEnd();
    }
}
