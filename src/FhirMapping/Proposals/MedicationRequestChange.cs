using Cds.Knowledge;
using Cds.Knowledge.Recommendations;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Proposals;

/// <summary>
/// Makes the whole new state of a draft MedicationRequest with another dose, under its own id. Everything that the draft had is kept except what the
/// change is about: dose, timing where it changes, the words of the dosage, and codes of a product whose strength need not give the new dose.
/// </summary>
/// <param name="knowledge">Drugs and what can be given of them.</param>
/// <param name="codes">Codes of drugs.</param>
public sealed class MedicationRequestChange(KnowledgeBase knowledge, CodeMap codes)
{
    private readonly ProductChange _products = new(knowledge, codes);

    /// <summary>The new state; null when it cannot be made valid FHIR without changing what the draft means.</summary>
    /// <param name="draft">The draft as it was sent; it stays as it is.</param>
    /// <param name="change">The change for this draft.</param>
    /// <param name="subject">Reference of the patient, for a draft that names none.</param>
    /// <param name="systems">Code systems that the patient's data use.</param>
    /// <param name="language">Language of the texts.</param>
    public MedicationRequest? Build(MedicationRequest draft, DoseChange change, string subject, CodeSystemsInUse systems, Language language)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(change);
        var copy = (MedicationRequest)draft.DeepCopy();
        if (!StrictCopy.Tidy(copy)) return null;
        FillIn(copy, subject);
        _products.NameDrug(copy, change, systems, language);
        // Only a valid resource can be read element by element.
        if (!StrictCopy.Mend(copy)) return null;
        // Words made from the old dose.
        copy.Text = null;
        _products.Apply(copy, change, systems, language);
        DosageChange.Apply(copy, change, language);
        return StrictFhir.Faults(copy).Count == 0 ? copy : null;
    }

    /// <summary>What FHIR asks for and drafts sometimes lack.</summary>
    private static void FillIn(MedicationRequest copy, string subject)
    {
        copy.StatusElement ??= new Code<MedicationRequest.MedicationrequestStatus>(MedicationRequest.MedicationrequestStatus.Draft);
        copy.IntentElement ??= new Code<MedicationRequest.MedicationRequestIntent>(MedicationRequest.MedicationRequestIntent.Proposal);
        copy.Subject ??= new ResourceReference();
        // The address of a Bundle entry means nothing to who reads the order later.
        if (!copy.Subject.TryGetValue("reference", out object? named) || named is FhirString { JsonValue: string address } && address.StartsWith("urn:", StringComparison.Ordinal))
            copy.Subject.Reference = subject;
    }
}
