using System.Text.RegularExpressions;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Therapy;

namespace Cds.CdsHooks.Cards;

/// <summary>
/// The trials of a regimen that bear on the question of a rule: those that the document reports in a clinical question which the rule cites. A regimen
/// is used in several situations, and a card for relapse need not tell what it did before transplantation. Where no trial belongs to the question,
/// those of its chapter are shown, and otherwise all. The knowledge book and the assessment hold all of them in any case.
/// </summary>
internal static partial class EvidenceForRule
{
    /// <summary>The trials to show, in their order.</summary>
    public static IReadOnlyList<Evidence> Of(IReadOnlyList<Evidence> all, IReadOnlyList<Citation> rule)
    {
        if (About(all, rule, Questions) is { Length: > 0 } ofTheQuestion) return ofTheQuestion;
        return About(all, rule, Chapters) is { Length: > 0 } ofTheChapter ? ofTheChapter : all;
    }

    private static Evidence[] About(IReadOnlyList<Evidence> all, IReadOnlyList<Citation> rule, Func<Citation, IEnumerable<string>> places)
    {
        HashSet<string> asked = [.. rule.SelectMany(places)];
        return [.. all.Where(evidence => places(evidence.Citation).Any(asked.Contains))];
    }

    private static IEnumerable<string> Chapters(Citation citation) =>
        ChapterWithQuestions().Matches(citation.Locator).Select(chapter => $"{citation.Document} {chapter.Groups["chapter"].Value}");

    /// <summary>"MM-5 CQ2, CQ3" names two questions.</summary>
    private static IEnumerable<string> Questions(Citation citation) =>
        from Match chapter in ChapterWithQuestions().Matches(citation.Locator)
        from Capture question in chapter.Groups["question"].Captures
        select $"{citation.Document} {chapter.Groups["chapter"].Value} {question.Value}";

    [GeneratedRegex(@"(?<chapter>[A-Z]+(?:-\d)?) (?<question>CQ\d)(?:(?:, | and )(?<question>CQ\d))*")]
    private static partial Regex ChapterWithQuestions();
}
