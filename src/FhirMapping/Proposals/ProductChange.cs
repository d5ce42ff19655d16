using Cds.FhirMapping.Terminology;
using Cds.Knowledge;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Proposals;

/// <summary>
/// Frees a draft from the product of one strength that it names: 25 mg capsules cannot give 10 mg. A solution gives any dose, so its product stays.
/// </summary>
/// <param name="knowledge">What can be given of each drug.</param>
/// <param name="codes">Codes of drugs.</param>
internal sealed class ProductChange(KnowledgeBase knowledge, CodeMap codes)
{
    private readonly DrugConcept _drugs = new(knowledge, codes);

    public void Apply(MedicationRequest copy, DoseChange change, CodeSystemsInUse systems, Language language)
    {
        if (change.DrugId is not { } drugId) return;
        copy.TryGetValue("medication", out object? medication);
        bool isR4 = medication is CodeableConcept or ResourceReference;
        if (isR4 && IsSolution(drugId, change.Route)) return;
        if (medication is CodeableConcept concept && NamesNoProduct(drugId, concept)) return;
        copy.Medication = medication is CodeableConcept named ? Ingredient(drugId, named, systems, language) : _drugs.IngredientFor(drugId, systems, language);
        if (medication is ResourceReference { Reference: { } reference } && reference.StartsWith('#'))
            copy.Contained.RemoveAll(resource => resource is Medication && "#" + resource.Id == reference);
        RemoveQuantities(copy);
    }

    private bool IsSolution(string drugId, Route? route)
    {
        DrugForm[] forms = [.. knowledge.Drugs[drugId].Forms.Where(form => route is null || form.Route == route)];
        return forms.Length > 0 && forms.All(form => !form.IsPieces);
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
        name is null || (!name.Any(char.IsDigit) && !knowledge.Drugs[drugId].Products.SelectMany(product => product.Names).Any(known => name.Contains(known, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Counts of the product that is no longer named.</summary>
    private static void RemoveQuantities(MedicationRequest copy)
    {
        if (copy.DispenseRequest is not { } dispense) return;
        dispense.Quantity = null;
        if (dispense.InitialFill is { } first) first.Quantity = null;
    }
}
