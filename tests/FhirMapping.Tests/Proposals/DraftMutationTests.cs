using System.Text;
using System.Text.Json;
using Cds.FhirMapping.Proposals;
using Cds.FhirMapping.Terminology;
using Cds.FhirMapping.Tests.Robustness;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Tests.Proposals;

/// <summary>Whatever shape a draft has, its change is valid or there is none; nothing fails.</summary>
public sealed class DraftMutationTests
{
    private const string Draft =
        """
        {"resourceType":"MedicationRequest","id":"r1","meta":{"versionId":"3"},"text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">25 mg</div>"},
         "contained":[{"resourceType":"Medication","id":"m","code":{"text":"Revlimid 25 mg"}}],
         "extension":[{"url":"http://ehr.example.org/ward","valueString":"7"},{"url":"http://ehr.example.org/more","extension":[{"url":"a","valueInteger":1}]}],
         "identifier":[{"system":"http://ehr.example.org/orders","value":"4711"}],"status":"draft","intent":"order","category":[{"text":"outpatient"}],"priority":"routine","doNotPerform":false,
         "medicationReference":{"reference":"#m"},"subject":{"reference":"Patient/p1"},"authoredOn":"2026-11-20","_authoredOn":{"extension":[{"url":"http://x.example.org","valueCode":"c"}]},
         "note":[{"text":"as discussed"}],"dosageInstruction":[{"sequence":1,"text":"25 mg daily","timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"}},
           "route":{"coding":[{"system":"http://snomed.info/sct","code":"26643006"}]},"doseAndRate":[{"type":{"text":"ordered"},"doseQuantity":{"value":25,"unit":"mg"}}],
           "maxDosePerAdministration":{"value":25,"unit":"mg","code":"mg"}}],
         "dispenseRequest":{"quantity":{"value":21},"expectedSupplyDuration":{"value":21,"unit":"d","system":"http://unitsofmeasure.org","code":"d"}}}
        """;

    private static readonly DoseChange Change = new()
    {
        DrugId = "lenalidomide",
        Target = "MedicationRequest/r1",
        Route = Route.Oral,
        DoseAmount = 10m,
        DoseUnit = "mg",
        Text = new LocalizedText("lenalidomide 10 mg", "レナリドミド10 mg"),
        Reason = new LocalizedText("renal function", "腎機能"),
    };

    [Fact]
    public void No_mutation_of_a_draft_makes_its_change_fail_or_invalid()
    {
        var changes = new MedicationRequestChange(Reading.Knowledge, Reading.Codes);
        var mutator = new JsonMutator(20261129);
        int read = 0, changed = 0;
        for (int i = 0; i < 3000; i++)
        {
            if (Parsed(mutator.Mutate(Encoding.UTF8.GetBytes(Draft))) is not { } json || SentDraft.Of(json.GetRawText()) is not { } draft) continue;
            read++;
            if (changes.Build(draft, Change, "Patient/p1", CodeSystemsInUse.RxNorm, Language.English) is not { } result) continue;
            changed++;
            Assert.True(StrictFhir.Faults(result) is [], json.GetRawText());
            Assert.All(result.DosageInstruction, dosage => Assert.Equal(10m, Assert.IsType<Quantity>(Assert.Single(dosage.DoseAndRate).Dose).Value));
            Assert.Equal("lenalidomide", Assert.IsType<CodeableConcept>(result.Medication).Text);
            Assert.DoesNotContain(result.Contained, resource => resource is Medication);
        }

        Assert.True(read > 1400 && changed > 1000, $"{read} read, {changed} changed");
    }

    [Fact]
    public void A_draft_deeper_than_usual_is_changed_too()
    {
        string nested = string.Concat(Enumerable.Repeat("{\"url\":\"http://ehr.example.org/e\",\"extension\":[", 50)) + "{\"url\":\"http://ehr.example.org/e\",\"valueInteger\":1}" + string.Concat(Enumerable.Repeat("]}", 50));
        string json = $"{{\"resourceType\":\"MedicationRequest\",\"id\":\"r1\",\"status\":\"draft\",\"intent\":\"order\",\"subject\":{{\"reference\":\"Patient/p1\"}},\"medicationCodeableConcept\":{{\"text\":\"lenalidomide\"}},\"extension\":[{nested}]}}";
        MedicationRequest draft = SentDraft.Of(json)!;
        Assert.NotNull(new MedicationRequestChange(Reading.Knowledge, Reading.Codes).Build(draft, Change, "Patient/p1", CodeSystemsInUse.RxNorm, Language.English));
    }

    /// <summary>What a request may hold: JSON without repeated members and half characters.</summary>
    private static JsonElement? Parsed(byte[] bytes)
    {
        try
        {
            return !System.Text.Unicode.Utf8.IsValid(bytes) || Encoding.UTF8.GetString(bytes).Contains("\\ud800", StringComparison.Ordinal) ? null
                : JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false }).RootElement;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
