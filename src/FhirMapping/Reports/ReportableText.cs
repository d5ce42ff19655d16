namespace Cds.FhirMapping.Reports;

/// <summary>
/// What of an unread text may leave the house: a short phrase of letters, without digits (dates, numbers, room and patient numbers) and without anything that the
/// records of the same Bundle call a person. A code is given with its system unless it looks like a number of somebody.
/// </summary>
internal static class ReportableText
{
    private const int LongestPhrase = 40, MostWords = 6, LongestCode = 40, LongestUnit = 20, LongestSystem = 200;

    /// <summary>Words beside which a name stands.</summary>
    private static readonly string[] BesideNames = ["dr.", "dr ", "mr.", "mr ", "mrs", "ms.", "prof", "先生", "医師", "様", "さん", "氏", "殿", "担当"];

    /// <summary>The phrase; null when it is held back.</summary>
    public static string? Of(string? text, PersonNames names)
    {
        string phrase = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (phrase.Length is 0 or > LongestPhrase || phrase.Split(' ').Length > MostWords) return null;
        if (phrase.Any(c => char.IsNumber(c) || char.IsControl(c) || c is '@') || names.AreIn(phrase)) return null;
        return Array.Exists(BesideNames, word => phrase.Contains(word, StringComparison.OrdinalIgnoreCase)) ? null : phrase;
    }

    /// <summary>A unit, which may hold digits (<c>10^4/uL</c>) but not begin with more than one number; null when it is held back.</summary>
    public static string? OfUnit(string text, PersonNames names)
    {
        string unit = text.Trim();
        return unit.Length is 0 or > LongestUnit || unit.Count(char.IsNumber) > 4 || unit.Any(char.IsControl) || names.AreIn(unit) ? null : unit;
    }

    /// <summary>The code as <c>system|code</c>; null when it is held back.</summary>
    public static string? OfCode(CodeInSystem code, PersonNames names) =>
        names.AreIn(code.Code) || code.Code.Length > LongestCode || code.Code.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) || code.Uri?.Length > LongestSystem ? null : $"{code.Uri ?? "(no system)"}|{code.Code}";
}
