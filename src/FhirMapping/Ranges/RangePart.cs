using System.Text;

namespace Cds.FhirMapping.Ranges;

/// <summary>A part of a reference range in words: whom a range is for, or the text of a range.</summary>
/// <param name="Group">Whom the range is for; everybody where the part is the text of a range.</param>
/// <param name="Text">The text of a range; null where the part names a group.</param>
internal readonly record struct RangePart(RangeGroup Group, string? Text)
{
    private static readonly char[] Between = [' ', ':', ';', ',', '、', '。', '(', ')', '[', ']', '|', '/', '=', '・', '.'];

    /// <summary>Splits a text at the words for sex and age; words that only name a range are left out.</summary>
    public static IReadOnlyList<RangePart> Split(string form)
    {
        var parts = new List<RangePart>();
        var text = new StringBuilder();
        int at = 0;
        while (at < form.Length)
        {
            if (IsWordStart(form, at) && GroupAt(form[at..]) is { } found)
            {
                AddText(parts, text);
                if (found.Group.IsParticular) parts.Add(new RangePart(found.Group, null));
                at += found.Length;
                continue;
            }

            // Two ranges that only a sign separates.
            if (form[at] is ';' or '|') AddText(parts, text);
            else text.Append(form[at]);
            at++;
        }

        AddText(parts, text);
        return parts;
    }

    private static (RangeGroup Group, int Length)? GroupAt(string text) =>
        AgeText.AtStart(text) is { } age ? (new RangeGroup(null, age.Span), age.Length) : RangeWords.AtStart(text);

    private static void AddText(List<RangePart> parts, StringBuilder text)
    {
        string whole = text.ToString();
        string range = whole.Trim(Between);
        // A point may begin a number (.5), and a bracket may belong to a unit (U/L (37℃)).
        int start = whole.IndexOf(range, StringComparison.Ordinal);
        if (start > 0 && whole[start - 1] == '.' && range.Length > 0 && char.IsAsciiDigit(range[0])) range = "." + range;
        if (range.Contains('(', StringComparison.Ordinal) && !range.Contains(')', StringComparison.Ordinal)) range += ")";
        // [124 - 222] U/L
        if (!range.Contains('[', StringComparison.Ordinal)) range = range.Replace("]", "", StringComparison.Ordinal);
        if (!range.Contains('(', StringComparison.Ordinal)) range = range.Replace(")", "", StringComparison.Ordinal);
        if (range.Length > 0) parts.Add(new RangePart(RangeGroup.Everybody, range));
        text.Clear();
    }

    private static bool IsWordStart(string form, int at)
    {
        if (at == 0) return true;
        char before = form[at - 1];
        char here = form[at];
        if (char.IsAsciiDigit(here)) return !char.IsAsciiDigit(before) && before is not ('.' or ',' or '^' or '*');
        return !char.IsAsciiLetter(here) || (!char.IsAsciiLetterOrDigit(before) && before != '/');
    }
}
