using System.Text;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping;

/// <summary>
/// Gets ready what the first reading would have to wait for: Firely's description of its classes (a quarter of a second of processor time), the shapes of the
/// types that are read, and its strict deserialiser. Meant to run beside the loading of the knowledge base.
/// </summary>
public static class WarmUp
{
    /// <summary>One resource of each type that is read, with the elements that records usually have; the last one is not plain and goes to Firely.</summary>
    private const string Sample =
        """
        {"resourceType":"Bundle","type":"collection","entry":[
        {"resource":{"resourceType":"Patient","id":"p","gender":"female","birthDate":"1960-01-01"}},
        {"resource":{"resourceType":"Observation","id":"o","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"1751-7"}],"text":"albumin"},"subject":{"reference":"Patient/p"},"effectiveDateTime":"2026-01-01","valueQuantity":{"value":3.9,"unit":"g/dL"},"referenceRange":[{"low":{"value":3.5},"high":{"value":5.0}}],"component":[{"code":{"text":"x"},"valueString":"y"}]}},
        {"resource":{"resourceType":"Condition","id":"c","clinicalStatus":{"text":"active"},"code":{"text":"x"},"subject":{"reference":"Patient/p"},"onsetDateTime":"2026-01-01"}},
        {"resource":{"resourceType":"MedicationRequest","id":"r","status":"active","intent":"order","medicationCodeableConcept":{"text":"x"},"subject":{"reference":"Patient/p"},"dosageInstruction":[{"timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"}},"doseAndRate":[{"doseQuantity":{"value":1,"unit":"mg"}}]}]}},
        {"resource":{"resourceType":"MedicationStatement","id":"s","status":"active","medicationCodeableConcept":{"text":"x"},"subject":{"reference":"Patient/p"},"effectivePeriod":{"start":"2026-01-01"}}},
        {"resource":{"resourceType":"MedicationAdministration","id":"a","status":"completed","medicationCodeableConcept":{"text":"x"},"subject":{"reference":"Patient/p"},"effectiveDateTime":"2026-01-01"}},
        {"resource":{"resourceType":"MedicationDispense","id":"d","status":"completed","medicationCodeableConcept":{"text":"x"},"subject":{"reference":"Patient/p"},"whenHandedOver":"2026-01-01"}},
        {"resource":{"resourceType":"Procedure","id":"q","status":"completed","code":{"text":"x"},"subject":{"reference":"Patient/p"},"performedDateTime":"2026-01-01"}},
        {"resource":{"resourceType":"AllergyIntolerance","id":"y","code":{"text":"x"},"patient":{"reference":"Patient/p"}}},
        {"resource":{"resourceType":"DiagnosticReport","id":"t","status":"final","code":{"text":"x"},"subject":{"reference":"Patient/p"},"conclusion":"x"}},
        {"resource":{"resourceType":"ServiceRequest","id":"v","status":"active","intent":"order","code":{"text":"x"},"subject":{"reference":"Patient/p"}}},
        {"resource":{"resourceType":"Observation","id":"n","status":"final","code":{"text":"x"},"note":null}}]}
        """;

    /// <summary>Gets everything ready on another thread; the task ends when it is.</summary>
    public static System.Threading.Tasks.Task StartAsync() => System.Threading.Tasks.Task.Run(static () =>
    {
        _ = ModelInfo.ModelInspector;
        var resources = new ResourceList(new ReadingNotes());
        new FhirBundleReader(resources, PocoShapes.ReadOnly, PatientFactsReader.ReadTypes).Read(Encoding.UTF8.GetBytes(Sample), "$");
        return resources.Entries.Count;
    });
}
