using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Reading;
using Cds.FhirMapping.Terminology;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>Everything that a drug record says of the product: in itself, and in the Medication that it refers to.</summary>
/// <param name="Concept">The concept of the record, or of its Medication; null for none.</param>
/// <param name="Medication">The Medication that it refers to; null for none, and where it cannot be found.</param>
/// <param name="Display">The words of the reference; null for none.</param>
/// <param name="IsMissing">Whether it refers to a Medication that cannot be found or read.</param>
internal sealed record PrescribedProduct(CodeableConcept? Concept, Medication? Medication, string? Display, bool IsMissing)
{
    /// <summary>The product of a record.</summary>
    public static PrescribedProduct Of(Resource? record, ReferenceResolver resolver)
    {
        DataType? named = record switch
        {
            MedicationRequest request => request.Medication,
            MedicationStatement statement => statement.Medication,
            MedicationAdministration administration => administration.Medication,
            MedicationDispense dispense => dispense.Medication,
            _ => null,
        };
        switch (named)
        {
            case CodeableConcept concept:
                return new PrescribedProduct(concept, null, null, false);
            case ResourceReference reference:
                var medication = resolver.Resolve(reference, record) as Medication;
                return new PrescribedProduct(medication?.Code, medication, reference.DisplayElement.Text(), medication is null);
            default:
                return new PrescribedProduct(null, null, null, false);
        }
    }

    /// <summary>The codes of the product itself.</summary>
    public IReadOnlyList<CodeInSystem> Codes => [.. Concept.Codes()];

    /// <summary>The texts of the product itself.</summary>
    public IReadOnlyList<string> Texts => [.. Concept.Texts(), .. Display is { } display ? [display] : Array.Empty<string>()];

    /// <summary>What it is made of, where its Medication says so.</summary>
    public IReadOnlyList<Medication.IngredientComponent> Ingredients => Medication?.Ingredient ?? [];
}
