using System.Text.RegularExpressions;

namespace Cds.FhirMapping.Numbers;

/// <summary>
/// Reads scores, grades and counts: a bare number, or a number after the score's own name or the word for a grade, with a description behind it that holds no other
/// number and does not take it back. The name of another scale (Karnofsky), a number inside a sentence, and two different numbers are no score.
/// </summary>
internal static partial class ScoreText
{
    private const int LongestText = 200;

    private static readonly WordTable Words = WordTable.Embedded("numbers/score-words.csv");

    /// <summary>Whether the fact is a score, a grade or a count, rather than a measured number.</summary>
    public static bool Applies(FactDefinition fact) =>
        fact.Kind == FactKind.Count || (fact.Kind == FactKind.Number && (IsSensitivity(fact) || Words.Of("name:" + fact.Id).Count > 0));

    /// <summary>The score; null when the text is none.</summary>
    public static Measurement? Read(FactDefinition fact, string text, NumberContext context)
    {
        if (text.Length > LongestText) return null;
        string form = NumberForm.Of(text);
        if (IsSensitivity(fact)) return PowerOfTen(form) ?? Measurement.ReadText(text, context);
        if (fact.Kind == FactKind.Count && IsSeveral(form)) return new Measurement(ValueRange.AtLeast(2m), UnitsAsSent.None);
        if (fact.Kind == FactKind.Count) return Measurement.ReadText(text, context);
        string rest = WithoutNames(fact, Version().Replace(form, " "), out bool named);
        Match match = Number().Match(rest);
        if (match.Success && Number(match, fact) is { } score && Describes(rest[match.Length..], named)) return new Measurement(ValueRange.Exactly(score), UnitsAsSent.None);
        return !named && Measurement.ReadText(text, context) is { Range.Exact: { } whole } plain && whole == decimal.Truncate(whole) ? plain : Behind(fact, form);
    }

    /// <summary>The name may stand behind the grade (<c>Grade 2 neuropathy</c>).</summary>
    private static Measurement? Behind(FactDefinition fact, string form)
    {
        string name = Words.AtEnd("name:" + fact.Id, form) ?? "";
        if (name.Length == 0 || name.Length == form.Length) return null;
        string rest = WithoutNames(fact, Version().Replace(form[..^name.Length], " ").Trim(), out _);
        Match match = Number().Match(rest);
        return match.Success && match.Length == rest.Length && Number(match, fact) is { } score ? new Measurement(ValueRange.Exactly(score), UnitsAsSent.None) : null;
    }

    private static string WithoutNames(FactDefinition fact, string form, out bool named)
    {
        named = false;
        string rest = form.Trim();
        while (Words.AtStart("name:" + fact.Id, rest) is { } name || (name = Words.AtStart("grade", rest)) is not null)
        {
            named = true;
            rest = rest[name.Length..].TrimStart(' ', ':', '=', '-', ',', '.', '(', ')');
        }

        return rest;
    }

    private static decimal? Number(Match match, FactDefinition fact) => match.Groups["roman"].Success
        ? fact.Id.EndsWith("-grade", StringComparison.Ordinal) ? match.Groups["roman"].Value.ToUpperInvariant() switch { "I" => 1m, "II" => 2m, "III" => 3m, "IV" => 4m, "V" => 5m, _ => null } : null
        : decimal.Parse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Whether what follows a score only describes it: the share of waking hours in the ECOG definitions is the one other number that may stand there.</summary>
    private static bool Describes(string tail, bool named)
    {
        string text = tail.Trim();
        if (Words.AtStart("grade-after", text) is { } unit) text = text[unit.Length..].TrimStart();
        text = text.Trim(')', ' ', '.');
        if (text.Length == 0) return true;
        if (!named && !Separator().IsMatch(text)) return false;
        if (OtherNumber().IsMatch(WakingHours().Replace(text, " ")) || Change().IsMatch(text)) return false;
        return !Words.Of("withdrawn").Any(word => Holds(text, word));
    }

    private static bool Holds(string text, string word)
    {
        int at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        while (at >= 0)
        {
            bool isWhole = !char.IsAsciiLetter(word[0])
                || ((at == 0 || !char.IsAsciiLetter(text[at - 1])) && (at + word.Length == text.Length || !char.IsAsciiLetter(text[at + word.Length])));
            if (isWhole) return true;
            at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase);
        }

        return false;
    }

    private static bool IsSeveral(string form)
    {
        if (Words.AtStart("several", form) is not { } several) return false;
        string rest = form[several.Length..].Trim();
        while (rest.Length > 0 && Words.AtStart("several-of", rest) is { } word) rest = rest[word.Length..].TrimStart();
        return rest.Length == 0;
    }

    /// <summary>One cell in so many is a share of one at most: the only score that is written as a power of ten.</summary>
    private static bool IsSensitivity(FactDefinition fact) => fact is { Kind: FactKind.Number, PlausibleHigh: 1m };

    private static Measurement? PowerOfTen(string form)
    {
        MatchCollection powers = Power().Matches(form);
        if (powers.Count != 1 || OtherNumber().IsMatch(Power().Replace(form, " ")) || Words.Of("withdrawn").Any(word => Holds(form, word))) return null;
        return new WrittenNumber(1m, null, false).TimesTen(-int.Parse(powers[0].Groups["exponent"].Value, CultureInfo.InvariantCulture)) is { } share
            ? new Measurement(ValueRange.Exactly(share.Value), UnitsAsSent.None) : null;
    }

    [GeneratedRegex(@"^(?:(?<number>[0-9]{1,2})(?![0-9%A-Za-z]|[.,/:]\s*[0-9]|\s*[-~+]\s*[0-9])|(?<roman>[IV]{1,3})(?![A-Za-z]))", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^[-:,(=;、。]", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"[0-9]|\b[IV]{1,3}\b", RegexOptions.CultureInvariant)]
    private static partial Regex OtherNumber();

    [GeneratedRegex(@"\b(?:more than |less than |up to |about |[<>≤≥] ?)?50 ?%|50 ?[%％](?:以上|未満|以下|超)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WakingHours();

    [GeneratedRegex("->|→|=>|[?？~]", RegexOptions.CultureInvariant)]
    private static partial Regex Change();

    [GeneratedRegex(@"\b(?:v|ver|version)\.? ?[0-9](?:\.[0-9])?\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Version();

    [GeneratedRegex(@"(?<![0-9.])(?:1 ?[xX*] ?)?10 ?\^? ?- ?(?<exponent>[1-9])(?![0-9])|(?<![0-9.])1[eE]-0?(?<exponent>[1-9])(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Power();
}
