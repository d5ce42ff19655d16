using System.Text;
using System.Text.RegularExpressions;
using Cds.Knowledge.Units;

namespace Cds.FhirMapping.Numbers;

/// <summary>
/// One way of writing for texts that hold numbers: full width folded, raised digits as <c>^3</c>, one minus, one wave dash, comparators of two characters
/// as one (<c>=&lt;</c> and <c>&lt;=</c> are <c>≤</c>), one space for any white space.
/// </summary>
internal static partial class NumberForm
{
    public static string Of(string text)
    {
        string folded = TextForm.Fold(RaisedDigits.AsPowers(MarkupText.Plain(text)));
        var result = new StringBuilder(folded.Length);
        foreach (char c in folded)
        {
            char one = c switch
            {
                '−' or '‐' or '‑' or '–' or '—' or '―' or '﹣' => '-',
                '〜' or '∼' or '˜' => '~',
                '≦' or '⩽' => '≤',
                '≧' or '⩾' => '≥',
                '〈' or '‹' => '<',
                '〉' or '›' => '>',
                '×' or '✕' or '╳' => 'x',
                '’' or '‘' or '´' => '\'',
                '：' => ':',
                _ => char.IsWhiteSpace(c) ? ' ' : c,
            };
            if (one != ' ' || (result.Length > 0 && result[^1] != ' ')) result.Append(one);
        }

        string form = AtMost().Replace(AtLeast().Replace(result.ToString(), "≥"), "≤");
        return form.Trim().TrimEnd('。');
    }

    [GeneratedRegex("<[ ]?=|=[ ]?<", RegexOptions.CultureInvariant)]
    private static partial Regex AtMost();

    [GeneratedRegex(">[ ]?=|=[ ]?>", RegexOptions.CultureInvariant)]
    private static partial Regex AtLeast();
}
