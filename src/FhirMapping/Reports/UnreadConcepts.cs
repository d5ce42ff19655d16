using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Reports;

/// <summary>A concept by which nothing was recognised.</summary>
/// <param name="Where">Type of the resource, and whether it is an answer.</param>
/// <param name="Concept">The concept.</param>
internal sealed record UnreadConcept(string Where, CodeableConcept Concept);

/// <summary>Finds the codes and texts of records by which nothing was recognised.</summary>
internal sealed class UnreadConcepts(CodeMap codes, DrugNames drugNames)
{
    private const string Observation = "Observation";

    /// <summary>The concepts, record by record. A coded answer only counts where the record was not recognised without it.</summary>
    public IEnumerable<UnreadConcept> Of(IReadOnlyList<ResourceEntry> entries, IReadOnlySet<string> recognised)
    {
        foreach (ResourceEntry entry in entries)
        {
            bool isRead = recognised.Contains(entry.Reference);
            // Only an Observation holds several things, some of which may be known and others not.
            if (isRead && entry.Type != Observation) continue;
            foreach (CodeableConcept concept in RecordConcepts.Of(entry.Resource).Where(concept => !IsKnown(concept))) yield return new UnreadConcept(entry.Type, concept);
            if (isRead || RecordConcepts.Of(entry.Resource).All(concept => !IsKnown(concept))) continue;
            foreach (CodeableConcept answer in RecordConcepts.AnswersOf(entry.Resource).Where(answer => !IsKnown(answer))) yield return new UnreadConcept(entry.Type + " value", answer);
        }
    }

    /// <summary>One line for each, the most frequent first.</summary>
    public static IEnumerable<string> Lines(IEnumerable<UnreadConcept> unread) => unread
        .Select(u => $"{u.Where} {string.Join(" + ", u.Concept.Codes().Select(x => $"{x.Uri}|{x.Code}"))} {u.Concept.Name()}")
        .GroupBy(line => line)
        .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => g.Count() == 1 ? g.Key : $"{g.Key} ({g.Count()} times)");

    private bool IsKnown(CodeableConcept concept) => codes.Find(concept).Count > 0 || concept.Texts().Any(t => drugNames.Find(t).Count > 0);
}
