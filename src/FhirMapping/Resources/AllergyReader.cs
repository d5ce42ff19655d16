using Cds.FhirMapping.Answers;
using Cds.FhirMapping.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>Reads allergies and intolerances to drugs. Unconfirmed ones count: care is taken until they are refuted.</summary>
internal sealed class AllergyReader(ReadingContext context, MedicationReader medications)
{
    private static readonly string[] Over = ["refuted", "entered-in-error", "resolved", "inactive"];
    private static readonly string[] Known = ["confirmed", "unconfirmed", "presumed", "provisional", "active", .. Over];

    public void Read(ResourceEntry entry, AllergyIntolerance allergy)
    {
        if (!context.IsAboutPatient(entry, allergy.Patient)) return;
        List<string> drugs = [.. DrugsOf(allergy, entry.Reference).Distinct()];
        if (allergy.Code.IsEmpty() && allergy.Reaction.TrueForAll(r => r.Substance.IsEmpty())) context.Notes.NoCode(entry.Reference);
        if (drugs.Count == 0) return;
        LocalizedText name = context.Knowledge.Drugs[drugs[0]].Title;
        foreach (CodeableConcept? status in (ReadOnlySpan<CodeableConcept?>)[allergy.VerificationStatus, allergy.ClinicalStatus])
        {
            if (status is null) continue;
            IReadOnlyList<string> words = StatusWords.Of(status);
            if (words.FirstOrDefault(Over.Contains) is { } over)
            {
                context.Notes.Status(entry.Reference, name, over);
                return;
            }

            if (words.Any(Known.Contains)) continue;
            context.Notes.UnknownStatus(entry.Reference, name, status.Name());
            return;
        }

        ClinicalDate? recorded = context.Dates.Read(allergy.Onset) ?? context.Dates.Read(allergy.RecordedDateElement);
        foreach (string drug in drugs) context.Allergies.Add(new RecordedAllergy(drug, recorded, entry.Reference));
    }

    /// <summary>
    /// "No known allergy to aspirin" names the drug and says the opposite; a relative's allergy is not the patient's. A suspected allergy counts as an unconfirmed one
    /// does, and a history of an allergy is one: care is taken until it is refuted.
    /// </summary>
    private static bool IsStatedOtherwise(string text) => FindingStatement.Read(text) is FindingAssertion.Denied or FindingAssertion.OfRelative;

    private IEnumerable<string> DrugsOf(AllergyIntolerance allergy, string resource)
    {
        foreach (CodeableConcept? concept in allergy.Reaction.Select(r => r.Substance).Prepend(allergy.Code))
        {
            if (concept is null) continue;
            context.See(concept);
            foreach (string id in context.Codes.Find(concept, TargetKind.Allergy).Where(context.Knowledge.Drugs.ContainsKey)) yield return id;
            string? denial = concept.Texts().FirstOrDefault(IsStatedOtherwise);
            foreach (RecognisedDrug drug in medications.Recognise(concept))
            {
                if (denial is null) yield return drug.Id;
                else context.Notes.StatedOtherwise(resource, context.Knowledge.Drugs[drug.Id].Title, denial);
            }
        }
    }
}
