using Cds.Knowledge.Documents;
using Cds.Knowledge.Therapy;

namespace Cds.CdsHooks.Cards;

/// <summary>
/// The trials of a regimen that bear on the question of a rule: those that the document reports in a clinical question which the rule cites. A regimen
/// is used in several situations, and a card for relapse need not tell what it did before transplantation. Where no trial belongs to the question,
/// those of its chapter are shown, and otherwise all. The knowledge book and the assessment hold all of them in any case.
/// </summary>
internal static class EvidenceForRule
{
    /// <summary>The trials to show, in their order.</summary>
    public static IReadOnlyList<Evidence> Of(IReadOnlyList<Evidence> all, IReadOnlyList<Citation> rule)
    {
        if (About(all, rule, question => question.Id) is { Length: > 0 } ofTheQuestion) return ofTheQuestion;
        return About(all, rule, question => question.Within) is { Length: > 0 } ofTheChapter ? ofTheChapter : all;
    }

    private static Evidence[] About(IReadOnlyList<Evidence> all, IReadOnlyList<Citation> rule, Func<DocumentPart, string?> place)
    {
        HashSet<(string, string?)> asked = [.. Places(rule, place)];
        return [.. all.Where(evidence => Places(evidence.Citations, place).Any(asked.Contains))];
    }

    private static IEnumerable<(string Document, string? Place)> Places(IReadOnlyList<Citation> citations, Func<DocumentPart, string?> place) =>
        citations.Where(citation => citation.Part.Kind == PartKind.Question).Select(citation => (citation.Document, place(citation.Part)));
}
