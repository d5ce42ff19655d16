using System.Buffers;
using System.Text;

namespace Cds.Knowledge.Units;

/// <summary>Writes raised digits as a power (<c>10³</c> as <c>10^3</c>, <c>10⁻⁵</c> as <c>10^-5</c>): folding compatibility forms would turn 10³ into 103, which is another number.</summary>
public static class RaisedDigits
{
    private const string Digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private const char Minus = '⁻';

    private static readonly SearchValues<char> Characters = SearchValues.Create(Digits + Minus);

    /// <summary>The text with each run of raised digits as a power; texts without any come back as they are.</summary>
    public static string AsPowers(string text)
    {
        if (!text.AsSpan().ContainsAny(Characters)) return text;
        var result = new StringBuilder(text.Length + 2);
        bool raised = false;
        foreach (char c in text)
        {
            int digit = Digits.IndexOf(c, StringComparison.Ordinal);
            bool isRaised = digit >= 0 || c == Minus;
            if (isRaised && !raised) result.Append('^');
            result.Append(digit >= 0 ? (char)('0' + digit) : c == Minus ? '-' : c);
            raised = isRaised;
        }

        return result.ToString();
    }
}
