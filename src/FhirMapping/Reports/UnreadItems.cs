using Cds.FhirMapping.Reports;
using Cds.Knowledge;

namespace Cds.FhirMapping;

/// <summary>
/// Says what of a Bundle was not read, made to be handed on: codes with their system, units, short phrases. Texts that could tell something of a patient are held back.
/// Immutable and thread-safe.
/// </summary>
/// <param name="knowledge">Names of drugs.</param>
/// <param name="codes">What codes stand for.</param>
public sealed class UnreadItems(KnowledgeBase knowledge, CodeMap codes)
{
    private readonly UnreadConcepts _concepts = new(codes, new DrugNames(knowledge.Drugs.Values, codes));

    /// <summary>What of a Bundle was not read.</summary>
    /// <param name="bundle">The Bundle as JSON in UTF-8.</param>
    /// <param name="facts">What was read of it.</param>
    public IReadOnlyList<UnreadItem> Of(ReadOnlyMemory<byte> bundle, PatientFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        IReadOnlyList<ResourceEntry> entries = ResourceEntries.Of(bundle);
        return [.. Of(entries, _concepts.Of(entries, RecognisedRecords.ReferencesOf(facts)), facts)];
    }

    /// <summary>The same of resources whose unread concepts were found before.</summary>
    internal static IEnumerable<UnreadItem> Of(IReadOnlyList<ResourceEntry> entries, IEnumerable<UnreadConcept> concepts, PatientFacts facts)
    {
        PersonNames names = PersonNames.Of(entries);
        foreach (UnreadConcept unread in concepts)
        {
            CodeInSystem[] codes = [.. unread.Concept.Codes()];
            foreach (CodeInSystem code in codes) yield return new UnreadItem(UnreadItem.Code, ReportableText.OfCode(code, names) is { } text ? $"{unread.Where} {text}" : null);
            if (codes.Length == 0) yield return new UnreadItem("text", ReportableText.Of(unread.Concept.Name(), names) is { } text ? $"{unread.Where} '{text}'" : null);
        }

        foreach (UnreadText unread in facts.Notes.Select(note => note.Unread).OfType<UnreadText>())
        {
            string? text = unread.Kind == UnreadKind.Unit ? ReportableText.OfUnit(unread.Text, names) : ReportableText.Of(unread.Text, names);
            yield return new UnreadItem(unread.Kind == UnreadKind.Unit ? "unit" : "answer", text is null ? null : $"{unread.Subject} '{text}'");
        }
    }
}
