using System.Text;

namespace Cds.CdsHooks.Cards;

/// <summary>
/// Takes the markup out of text that may hold words of the patient record. Clients render <c>detail</c> as Markdown, some with raw HTML: such
/// text must come out as text, on one line, and must not become a link, an image, a table cell or a tag.
/// </summary>
internal static class Markdown
{
    /// <summary>The text with everything escaped that a renderer could take for markup.</summary>
    public static string Neutralise(string text)
    {
        var safe = new StringBuilder(text.Length + 8);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            char next = i + 1 < text.Length ? text[i + 1] : '\0';
            switch (c)
            {
                case '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~':
                    safe.Append('\\').Append(c);
                    break;
                case '<' when next is not ' ' and not '=' && !char.IsAsciiDigit(next):
                    safe.Append("&lt;");
                    break;
                case '&' when next == '#' || char.IsAsciiLetter(next):
                    safe.Append("&amp;");
                    break;
                case ':' when next == '/':
                    safe.Append("\\:");
                    break;
                case '.' when EndsWithWww(safe):
                    safe.Append("\\.");
                    break;
                case '#' or '>' or '+' or '-' or '=' when safe.Length == 0:
                    safe.Append('\\').Append(c);
                    break;
                default:
                    if (PlainText.IsDirection(c)) break;
                    if (!char.IsControl(c) && c is not '\u2028' and not '\u2029') safe.Append(c);
                    else if (safe.Length > 0 && safe[^1] != ' ') safe.Append(' ');
                    break;
            }
        }

        return safe.ToString();
    }

    private static bool EndsWithWww(StringBuilder text) =>
        text.Length >= 3 && text[^1] is ('w' or 'W') && text[^2] is ('w' or 'W') && text[^3] is ('w' or 'W');
}
