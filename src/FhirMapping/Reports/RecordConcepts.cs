using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Reports;

/// <summary>The concepts of a record by which it is recognised: what it is about, and the coded answers.</summary>
internal static class RecordConcepts
{
    /// <summary>What a record and its parts are about.</summary>
    public static IEnumerable<CodeableConcept> Of(Resource? resource)
    {
        IEnumerable<CodeableConcept?> all = resource switch
        {
            Observation observation => [observation.Code, .. observation.Component.Select(c => c.Code)],
            Hl7.Fhir.Model.Condition condition => [condition.Code],
            Procedure procedure => [procedure.Code, procedure.Category],
            AllergyIntolerance allergy => [allergy.Code, .. allergy.Reaction.Select(r => r.Substance)],
            Medication medication => [medication.Code, .. medication.Ingredient.Select(i => i.Item as CodeableConcept)],
            MedicationRequest request => [request.Medication as CodeableConcept],
            MedicationStatement statement => [statement.Medication as CodeableConcept],
            MedicationAdministration administration => [administration.Medication as CodeableConcept],
            MedicationDispense dispense => [dispense.Medication as CodeableConcept],
            ServiceRequest service => [service.Code],
            DiagnosticReport report => [report.Code],
            _ => [],
        };
        IEnumerable<CodeableConcept> contained = resource is DomainResource domain ? domain.ListOf<Resource>("contained").SelectMany(Of) : [];
        return all.OfType<CodeableConcept>().Where(c => !c.IsEmpty()).Concat(contained);
    }

    /// <summary>The coded answers of an Observation.</summary>
    public static IEnumerable<CodeableConcept> AnswersOf(Resource? resource) =>
        resource is Observation observation ? new[] { observation.Value }.Concat(observation.Component.Select(c => c.Value)).OfType<CodeableConcept>().Where(c => c.Codes().Any()) : [];
}
