using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cds.CdsHooks.Tests.Cards;

/// <summary>What holds for the short detail of every card, whatever the patient: every answer of every test is held against it.</summary>
internal static partial class GlanceRules
{
    private const int Shortest = 20, LongestEnglish = 700, LongestJapanese = 350;

    public static IEnumerable<string> Faults(JsonElement card)
    {
        string id = card.GetProperty("extension").EnumerateObject().First().Value.GetProperty("id").GetString()!;
        string detail = card.GetProperty("detail").GetString()!;
        int longest = Japanese().IsMatch(card.GetProperty("summary").GetString()!) ? LongestJapanese : LongestEnglish;
        if (detail.Length < Shortest) yield return $"{id}: detail of {detail.Length} characters";
        if (detail.Length > longest) yield return $"{id}: detail of {detail.Length} characters, {longest} are allowed";
        if (Reference().Match(detail) is { Success: true } reference) yield return $"{id}: FHIR id {reference.Value} in the detail";
        if (Braces().Match(detail) is { Success: true } braces) yield return $"{id}: {braces.Value} in the detail";
        if (Polite().Match(card.GetProperty("summary").GetString() + detail) is { Success: true } polite) yield return $"{id}: {polite.Value} is of another register";
        if (Options(detail) > 3) yield return $"{id}: {Options(detail)} options in the detail";
    }

    private static int Options(string detail) => detail.Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal));

    [GeneratedRegex(@"\p{IsHiragana}|\p{IsKatakana}", RegexOptions.CultureInvariant)]
    private static partial Regex Japanese();

    [GeneratedRegex(@"\b(Patient|Observation|Condition|Procedure|Medication[A-Za-z]*|ServiceRequest|AllergyIntolerance|Practitioner)/[A-Za-z0-9.-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex("です[。、（」）が]|です$|(?<!ま)ます[。、（」）が]|(?<!ま)ます$|ません|ください|でした", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Polite();

    [GeneratedRegex(@"\{[^}]*\}?|10\*\d", RegexOptions.CultureInvariant)]
    private static partial Regex Braces();
}
