using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Cds.FhirMapping.Terminology;

namespace Cds.FhirMapping.Numbers;

/// <summary>
/// One way of writing for texts that hold numbers: full width folded, raised digits as <c>^3</c>, one minus, one wave dash, comparators of two characters
/// as one (<c>=&lt;</c> and <c>&lt;=</c> are <c>≤</c>), one space for any white space.
/// </summary>
internal static partial class NumberForm
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private static readonly SearchValues<char> RaisedCharacters = SearchValues.Create(Raised + "⁻");

    public static string Of(string text)
    {
        string folded = TextForm.Fold(WithPowers(text)).Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal);
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

    /// <summary>Compatibility folding would turn 10³ into 103, which is another number.</summary>
    private static string WithPowers(string text)
    {
        if (!text.AsSpan().ContainsAny(RaisedCharacters)) return text;
        var result = new StringBuilder(text.Length + 2);
        bool raised = false;
        foreach (char c in text)
        {
            int digit = Raised.IndexOf(c, StringComparison.Ordinal);
            bool isRaised = digit >= 0 || c == '⁻';
            if (isRaised && !raised) result.Append('^');
            result.Append(digit >= 0 ? (char)('0' + digit) : c == '⁻' ? '-' : c);
            raised = isRaised;
        }

        return result.ToString();
    }

    [GeneratedRegex("<[ ]?=|=[ ]?<", RegexOptions.CultureInvariant)]
    private static partial Regex AtMost();

    [GeneratedRegex(">[ ]?=|=[ ]?>", RegexOptions.CultureInvariant)]
    private static partial Regex AtLeast();
}
