using System.Text.RegularExpressions;

namespace Cds.FhirMapping.Cytogenetics;

/// <summary>Finds the stretches of a report that are ISCN notation: karyotypes and <c>nuc ish</c> results. Their signs are no words.</summary>
internal static partial class IscnNotation
{
    private static readonly HashSet<string> Symbols =
        ["x", "y", "xx", "xy", "xxx", "xxy", "xyy", "t", "del", "dup", "add", "der", "ins", "inv", "i", "dic", "idic", "mar", "r", "cp", "idem", "sl", "sdl", "p", "q", "pter", "qter", "hsr", "dmin", "psu", "trp", "tas", "rec", "min", "fra", "trc", "dn", "c", "n", "ish", "nuc"];

    /// <summary>Karyotypes such as <c>46,XX,t(4;14)(p16;q32)[5]/46,XX[15]</c>.</summary>
    public static List<Range> Karyotypes(string text)
    {
        var found = new List<Range>();
        int end = 0;
        foreach (Match match in Start().Matches(text))
        {
            if (match.Index < end) continue;
            end = EndOfKaryotype(text, match.Index + match.Length);
            found.Add(match.Index..end);
        }

        return found;
    }

    /// <summary>Results of FISH in notation such as <c>nuc ish(TP53x1,D17Z1x2)[60/200]</c>.</summary>
    public static List<Range> Hybridisations(string text)
    {
        var found = new List<Range>();
        int end = 0;
        foreach (Match match in Hybridisation().Matches(text))
        {
            if (match.Index < end) continue;
            end = EndOfHybridisation(text, match.Index + match.Length - 1);
            found.Add(match.Index..end);
        }

        return found;
    }

    private static int EndOfKaryotype(string text, int at)
    {
        int end = at;
        while (at < text.Length && text[at] != '\n')
        {
            char c = text[at];
            if (c is >= 'a' and <= 'z')
            {
                int word = at;
                while (word < text.Length && text[word] is >= 'a' and <= 'z') word++;
                if (!Symbols.Contains(text[at..word])) break;
                at = word;
                end = at;
            }
            else if (char.IsAsciiDigit(c) || c is ',' or ';' or '.' or '(' or ')' or '[' or ']' or '/' or '+' or '-' or '?' or '~' or '<' or '>' or '*' or ':')
            {
                at++;
                // A full stop or comma before a space ends the notation.
                if (c is '.' or ',' or ';' or ':' && (at >= text.Length || text[at] == ' ')) break;
                end = at;
            }
            else if (c == ' ' && at + 1 < text.Length && text[at + 1] is '(' or '[')
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private static int EndOfHybridisation(string text, int at)
    {
        int depth = 0;
        for (; at < text.Length && text[at] != '\n'; at++)
        {
            char c = text[at];
            if (c is '(' or '[') depth++;
            else if (c is ')' or ']') depth--;
            else if (depth <= 0 && !(char.IsAsciiDigit(c) || c is 'x' or ',' or '/' or '~') && !(c == ' ' && at + 1 < text.Length && text[at + 1] is '(' or '[')) break;
        }

        return at;
    }

    [GeneratedRegex(@"(?<![\d.,])\d{2,3}([~-]\d{2,3})?(<\dn[+-]?>)? ?, ?(x[xy]{0,3}|y)(?![a-z])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Start();

    [GeneratedRegex(@"(?<![a-z])(nuc )?ish ?\(", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Hybridisation();
}
