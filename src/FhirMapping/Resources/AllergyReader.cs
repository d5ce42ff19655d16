using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Json;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.FhirMapping.Resources;

/// <summary>Reads allergies and intolerances to drugs. Unconfirmed ones count: care is taken until they are refuted.</summary>
internal sealed class AllergyReader(ReadingContext context, MedicationReader medications)
{
    public void Read(ResourceEntry entry)
    {
        FhirElement json = entry.Json;
        if (!context.IsAboutPatient(entry, "patient")) return;
        List<string> drugs = [.. DrugsOf(json).Distinct()];
        if (drugs.Count == 0) return;
        foreach (string element in (ReadOnlySpan<string>)["verificationStatus", "clinicalStatus"])
        {
            string? status = json[element].Text ?? CodeableConcept.Read(json[element]).Codings.Select(c => c.Code).FirstOrDefault();
            if (status is not ("refuted" or "entered-in-error" or "resolved" or "inactive")) continue;
            context.Notes.Status(entry.Reference, context.Knowledge.Drugs[drugs[0]].Title, status);
            return;
        }

        ClinicalDate? recorded = context.Dates.Read(json["onsetDateTime"]) ?? context.Dates.Read(json["recordedDate"]);
        foreach (string drug in drugs) context.Allergies.Add(new RecordedAllergy(drug, recorded, entry.Reference));
    }

    /// <summary>"No known allergy to aspirin" names the drug and says the opposite.</summary>
    private static bool IsDenial(string text) =>
        text.StartsWith("no ", StringComparison.OrdinalIgnoreCase) || text.EndsWith("なし", StringComparison.Ordinal) || text.EndsWith("無し", StringComparison.Ordinal);

    private IEnumerable<string> DrugsOf(FhirElement json)
    {
        foreach (FhirElement element in json["code"].Items.Concat(json["reaction"].Items.Select(r => r["substance"])))
        {
            CodeableConcept concept = context.Concept(element);
            foreach (string id in context.Codes.Find(concept, TargetKind.Allergy).Where(context.Knowledge.Drugs.ContainsKey)) yield return id;
            if (concept.Texts.Any(IsDenial)) continue;
            foreach (RecognisedDrug drug in medications.Recognise(concept)) yield return drug.Id;
        }
    }
}
