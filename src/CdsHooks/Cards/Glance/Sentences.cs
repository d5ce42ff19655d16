using System.Text.RegularExpressions;

namespace Cds.CdsHooks.Cards.Glance;

/// <summary>Takes sentences out of texts of the knowledge base.</summary>
internal static partial class Sentences
{
    /// <summary>The first sentence as plain text in one line: list marks, emphasis and folds of the source are left out.</summary>
    public static string First(LocalizedText text, Language language)
    {
        string line = Spaces().Replace(Mark().Replace(text.In(language).Trim(), "").Replace("**", "", StringComparison.Ordinal), " ");
        Match end = language == Language.Japanese ? JapaneseEnd().Match(line) : EnglishEnd().Match(line);
        string sentence = end.Success ? line[..(end.Index + 1)] : line;
        return language == Language.Japanese ? JapaneseFold().Replace(sentence, "$1") : sentence;
    }

    /// <summary>The first sentence without the full stop, to stand in a list. A FHIR reference says nothing to its reader: it stands in the extension.</summary>
    public static string Phrase(LocalizedText text, Language language) =>
        Reference().Replace(First(text, language), GlancePhrases.AnotherRecord.In(language)).TrimEnd('.', '。');

    [GeneratedRegex(@"(?<![A-Za-z])(Patient|Observation|Condition|Procedure|Medication[A-Za-z]*|ServiceRequest|AllergyIntolerance|DiagnosticReport|QuestionnaireResponse)/[A-Za-z0-9.#-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^(- |\d+\. )", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<!\b(e\.g|i\.e|vs|approx|No))[.](?= [A-Z""(]| - |$)", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishEnd();

    [GeneratedRegex(@"。", RegexOptions.CultureInvariant)]
    private static partial Regex JapaneseEnd();

    /// <summary>A line fold of the YAML source is a space, which Japanese does not have after its punctuation.</summary>
    [GeneratedRegex(@"([、。，）」]) ", RegexOptions.CultureInvariant)]
    private static partial Regex JapaneseFold();
}
