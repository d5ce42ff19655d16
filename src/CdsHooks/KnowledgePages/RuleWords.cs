using Cds.Knowledge.Approvals;
using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Criteria;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Wording;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>Conditions, places and values of rules in words for readers of the book.</summary>
internal sealed class RuleWords(KnowledgeBase knowledge, CriterionWording wording)
{
    /// <summary>A condition, its parts nested.</summary>
    public Clause Clause(Criterion when) => wording.Of(when);

    /// <summary>A condition in one line.</summary>
    public LocalizedText Sentence(Criterion when) => wording.Of(when).Sentence;

    /// <summary>What is said when a condition holds; what always holds needs none.</summary>
    public LocalizedText Conditional(Criterion when, LocalizedText text)
    {
        LocalizedText filled = Filled(text);
        if (when is Always) return filled;
        LocalizedText sentence = Sentence(when);
        return new LocalizedText($"{sentence.En} → {filled.En}", $"{sentence.Ja} → {filled.Ja}");
    }

    /// <summary>A text without open places. Readers of a rule see since when an approval holds; a patient's card follows the day asked about.</summary>
    public LocalizedText Filled(LocalizedText text) => OpenPlaces.InWords(ApprovalTexts.Fill(text, knowledge.Approvals, null));

    /// <summary>The place of a citation: document and part.</summary>
    public LocalizedText Place(Citation citation)
    {
        LocalizedText name = knowledge.Documents[citation.Document].ShortName;
        return new LocalizedText($"{name.En}, {citation.Place.En}", $"{name.Ja} {citation.Place.Ja}");
    }

    /// <summary>The name of a value for readers.</summary>
    public static LocalizedText Value(ConclusionDefinition conclusion, string value) =>
        conclusion.ValueTitles.TryGetValue(value, out LocalizedText? title) ? title : ValueWords.Of(value);
}
