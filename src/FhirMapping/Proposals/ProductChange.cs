using Cds.Knowledge;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Proposals;

/// <summary>
/// Frees a draft from the product of one strength that it names: 25 mg capsules cannot give 10 mg. The product of a solution stays unless the new dose is
/// known not to be whole vials of it: which vials to draw from is then for the pharmacy to choose.
/// </summary>
/// <param name="knowledge">What can be given of each drug.</param>
/// <param name="codes">Codes of drugs.</param>
internal sealed class ProductChange(KnowledgeBase knowledge, CodeMap codes)
{
    private readonly DrugConcept _drugs = new(knowledge, codes);
    private readonly ProductStrengths _strengths = new(new DrugNames(knowledge.Drugs.Values, codes));

    /// <summary>Names the drug where the draft does so in no form of R4 (R5 has another).</summary>
    public void NameDrug(MedicationRequest copy, DoseChange change, CodeSystemsInUse systems, Language language)
    {
        if (change.DrugId is { } drugId && !(copy.TryGetValue("medication", out object? named) && named is CodeableConcept or ResourceReference))
            Replace(copy, _drugs.IngredientFor(drugId, systems, language));
    }

    /// <summary>Frees a valid draft from its product.</summary>
    public void Apply(MedicationRequest copy, DoseChange change, CodeSystemsInUse systems, Language language)
    {
        if (change.DrugId is not { } drugId) return;
        if (IsSolution(drugId, change.Route) && MayBeWholeVials(copy, drugId, change)) return;
        if (copy.Medication is not CodeableConcept concept) Replace(copy, _drugs.IngredientFor(drugId, systems, language));
        else if (!NamesNoProduct(drugId, concept)) Replace(copy, Ingredient(drugId, concept, systems, language));
    }

    private static void Replace(MedicationRequest copy, CodeableConcept ingredient)
    {
        copy.Medication = ingredient;
        copy.Contained.RemoveAll(resource => resource is Medication);
        // Counts of the product that is no longer named.
        if (copy.DispenseRequest is not { } dispense) return;
        dispense.Quantity = null;
        if (dispense.InitialFill is { } first) first.Quantity = null;
    }

    private bool IsSolution(string drugId, Route? route)
    {
        DrugForm[] forms = [.. knowledge.Drugs[drugId].Forms.Where(form => route is null || form.Route == route)];
        return forms.Length > 0 && forms.All(form => !form.IsPieces);
    }

    private bool MayBeWholeVials(MedicationRequest copy, string drugId, DoseChange change)
    {
        CodeableConcept? concept = copy.Medication as CodeableConcept ?? copy.Contained.OfType<Medication>().Select(medication => medication.Code).FirstOrDefault();
        return concept.Codes().Select(code => _strengths.Find(code)).Concat(concept.Texts().Select(_strengths.FromText)).OfType<ProductStrength>()
            .Where(strength => strength.DrugId == drugId)
            .All(strength => strength.Unit == change.DoseUnit && change.DoseAmount % strength.Amount == 0m);
    }

    /// <summary>Codes of the drug as such, and a text that is its name.</summary>
    private bool NamesNoProduct(string drugId, CodeableConcept concept) =>
        concept.Coding.TrueForAll(coding => _drugs.IsIngredient(drugId, coding) && IsPlain(drugId, coding.Display)) && IsPlain(drugId, concept.Text);

    private CodeableConcept Ingredient(string drugId, CodeableConcept sent, CodeSystemsInUse systems, Language language)
    {
        Coding[] kept = [.. sent.Coding.Where(coding => _drugs.IsIngredient(drugId, coding))];
        foreach (Coding coding in kept.Where(coding => !IsPlain(drugId, coding.Display))) coding.Display = null;
        CodeableConcept ingredient = _drugs.IngredientFor(drugId, systems, language);
        return new CodeableConcept
        {
            Coding = kept.Length > 0 ? [.. kept] : ingredient.Coding,
            Text = sent.Text is { Length: > 0 } text && IsPlain(drugId, text) ? text : ingredient.Text,
        };
    }

    /// <summary>A name without a number and of no product that comes in one strength only.</summary>
    private bool IsPlain(string drugId, string? name) =>
        name is null || (!name.Any(char.IsDigit) && !_strengths.NamesProduct(drugId, name));
}
