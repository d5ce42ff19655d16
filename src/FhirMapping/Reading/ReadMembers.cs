using System.Collections.Frozen;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Reading;

/// <summary>
/// The elements that the readers of this project ask for, class by class. It says what the fast lane fills in, and whether damage to an element can change
/// an answer: an element that is not here is passed over. A test holds it against the readers.
/// </summary>
internal static class ReadMembers
{
    /// <summary>What every resource has that is read. Of two copies the bytes themselves say which is newer.</summary>
    private static readonly string[] OfResource = ["id", "contained"];

    private static readonly FrozenDictionary<Type, FrozenSet<string>> Table = new Dictionary<Type, string[]>
    {
        [typeof(Patient)] = ["identifier", "gender", "birthDate", "deceased"],
        [typeof(Observation)] = ["status", "code", "subject", "focus", "effective", "issued", "value", "dataAbsentReason", "interpretation", "referenceRange", "component", "hasMember"],
        [typeof(Observation.ComponentComponent)] = ["code", "value", "dataAbsentReason", "interpretation", "referenceRange"],
        [typeof(Observation.ReferenceRangeComponent)] = ["low", "high", "type", "appliesTo", "age", "text"],
        [typeof(DiagnosticReport)] = ["status", "code", "subject", "effective", "issued", "result", "conclusion"],
        [typeof(Condition)] = ["meta", "extension", "clinicalStatus", "verificationStatus", "severity", "code", "subject", "onset", "abatement", "recordedDate", "stage"],
        [typeof(Condition.StageComponent)] = ["summary"],
        [typeof(Procedure)] = ["meta", "status", "category", "code", "subject", "performed"],
        [typeof(MedicationRequest)] =
        [
            "extension", "status", "intent", "doNotPerform", "medication", "subject", "authoredOn", "reasonCode", "dosageInstruction", "dispenseRequest", "priorPrescription", "basedOn",
        ],
        [typeof(MedicationRequest.DispenseRequestComponent)] = ["expectedSupplyDuration"],
        [typeof(MedicationStatement)] = ["extension", "status", "medication", "subject", "effective", "dateAsserted", "dosage"],
        [typeof(MedicationAdministration)] = ["extension", "status", "medication", "subject", "effective", "dosage"],
        [typeof(MedicationAdministration.DosageComponent)] = ["text", "route", "site", "dose"],
        [typeof(MedicationDispense)] = ["extension", "status", "medication", "subject", "daysSupply", "whenPrepared", "whenHandedOver", "dosageInstruction"],
        [typeof(Medication)] = ["code", "status", "form", "ingredient"],
        [typeof(Medication.IngredientComponent)] = ["item"],
        [typeof(AllergyIntolerance)] = ["clinicalStatus", "verificationStatus", "code", "patient", "onset", "recordedDate", "reaction"],
        [typeof(AllergyIntolerance.ReactionComponent)] = ["substance"],
        [typeof(ServiceRequest)] = ["status", "intent", "doNotPerform", "code", "subject", "authoredOn"],
        [typeof(QuestionnaireResponse)] = ["questionnaire", "status", "subject", "authored", "item"],
        [typeof(QuestionnaireResponse.ItemComponent)] = ["linkId", "answer", "item"],
        [typeof(QuestionnaireResponse.AnswerComponent)] = ["value", "item"],
        [typeof(Dosage)] = ["text", "timing", "asNeeded", "route", "site", "doseAndRate"],
        [typeof(Dosage.DoseAndRateComponent)] = ["dose"],
        [typeof(Timing)] = ["event", "repeat", "code"],
        [typeof(Timing.RepeatComponent)] = ["bounds", "count", "frequency", "period", "periodUnit", "dayOfWeek", "timeOfDay", "when"],
        [typeof(Meta)] = ["lastUpdated", "profile"],
        [typeof(Identifier)] = ["system", "value"],
        [typeof(CodeableConcept)] = ["extension", "coding", "text"],
        [typeof(Coding)] = ["system", "code", "display"],
        [typeof(ResourceReference)] = ["reference", "identifier", "display"],
        [typeof(Extension)] = ["url", "value"],
        [typeof(Quantity)] = ["value", "comparator", "unit", "code"],
        [typeof(Age)] = ["value", "comparator", "unit", "code"],
        [typeof(Duration)] = ["value", "comparator", "unit", "code"],
        [typeof(Hl7.Fhir.Model.Range)] = ["low", "high"],
        [typeof(Period)] = ["start", "end"],
    }.ToFrozenDictionary(entry => entry.Key, entry => Names(entry.Key, entry.Value));

    /// <summary>The elements of a class that are read; null when the whole class is (it is a data type without a list of its own).</summary>
    public static IReadOnlySet<string>? Of(Type type) => Table.GetValueOrDefault(type);

    /// <summary>The classes of the table.</summary>
    public static IEnumerable<Type> Classes => Table.Keys;

    private static FrozenSet<string> Names(Type type, string[] own) =>
        (typeof(Resource).IsAssignableFrom(type) ? OfResource.Concat(own) : own).ToFrozenSet(StringComparer.Ordinal);
}
