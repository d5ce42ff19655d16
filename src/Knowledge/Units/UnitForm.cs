using System.Text;
using System.Text.RegularExpressions;

namespace Cds.Knowledge.Units;

/// <summary>
/// One way of writing for units that differ in their characters only: full width, raised digits, micro and multiplication signs, white space, "per".
/// What the letters mean is left to <see cref="UnitSpellings"/>.
/// </summary>
internal static partial class UnitForm
{
    /// <summary>The text in compatibility form, raised digits as <c>^3</c>, ASCII signs, <c>per</c> as a slash, no white space.</summary>
    public static string Of(string unit)
    {
        string folded = Per().Replace(Fold(RaisedDigits.AsPowers(MarkupText.Plain(unit))), "/");
        var text = new StringBuilder(folded.Length);
        foreach (char c in folded)
        {
            if (char.IsWhiteSpace(c) || c == '\u200B') continue;
            text.Append(c switch
            {
                'μ' or 'µ' => 'u',
                '×' or '✕' or '╳' => 'x',
                '･' or '・' or '·' or '⋅' or '∙' or '•' => '.',
                '−' or '－' or '‐' or '‑' or '–' => '-',
                '∕' or '⁄' or '÷' => '/',
                'ˆ' => '^',
                '∗' => '*',
                _ => c,
            });
        }

        return text.ToString();
    }

    /// <summary>The same without differences of letter case.</summary>
    public static string Folded(string form) => form.ToLowerInvariant();

    /// <summary>Text that is no valid Unicode stays as it is: it is then no unit that anybody knows.</summary>
    private static string Fold(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    [GeneratedRegex(@"(^|\s+)per\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Per();
}
