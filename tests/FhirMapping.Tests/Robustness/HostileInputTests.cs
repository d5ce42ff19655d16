using System.Text;

namespace Cds.FhirMapping.Tests.Robustness;

public sealed class HostileInputTests
{
    public static TheoryData<string> Types() =>
        ["Observation", "Condition", "Procedure", "MedicationRequest", "MedicationStatement", "MedicationAdministration", "MedicationDispense", "AllergyIntolerance", "DiagnosticReport", "QuestionnaireResponse", "Patient"];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_element_of_every_type_may_be_of_any_JSON_kind(string type)
    {
        string[] elements =
            ["id", "status", "code", "subject", "patient", "effectiveDateTime", "valueQuantity", "valueCodeableConcept", "component", "referenceRange", "interpretation", "medicationCodeableConcept",
             "medicationReference", "medication", "dosageInstruction", "dosage", "clinicalStatus", "verificationStatus", "extension", "stage", "contained", "meta", "intent", "dispenseRequest", "daysSupply",
             "category", "reaction", "item", "questionnaire", "focus", "performedPeriod", "conclusion", "identifier", "birthDate"];
        string[] values = ["null", "true", "7", "1e999", "\"text\"", "\"\\ud800\"", "[]", "[null]", "[[]]", "{}", "{\"coding\":7}", "{\"coding\":[null,7,{\"system\":7,\"code\":[]}]}", "{\"reference\":{}}", "{\"value\":{}}", "[{\"code\":{\"coding\":[{}]}}]"];
        string known = $"\"code\":{Fhir.Concept(Fhir.Loinc, "1952-1")},\"medicationCodeableConcept\":{Fhir.Concept(Fhir.RxNorm, "342369")}";
        foreach (string element in elements)
        {
            foreach (string value in values)
            {
                // Last member wins, so the broken element replaces the known one.
                Reading.Of(Reading.Patient, $$"""{"resourceType":"{{type}}","id":"x",{{known}},"{{element}}":{{value}}}""");
            }
        }
    }

    [Fact]
    public void Broken_references_and_circles_end()
    {
        var facts = Reading.Facts(
            """{"resourceType":"MedicationRequest","id":"m1","status":"active","intent":"order","subject":{"reference":"Patient/p1"},"medicationReference":{"reference":"MedicationRequest/m1"}}""",
            """{"resourceType":"MedicationRequest","id":"m2","status":"active","intent":"order","subject":{"reference":"Patient/p1"},"medicationReference":{"reference":"#"}}""",
            """{"resourceType":"Observation","id":"o1","status":"final","code":{"text":"panel"},"hasMember":[{"reference":"Observation/o1"}],"subject":{"reference":"/////"}}""");
        Assert.Empty(facts.DrugRecords);
    }

    [Fact]
    public void Very_long_texts_are_read_in_time()
    {
        string text = string.Concat(Enumerable.Repeat("t(4;14), del(17p) IgG-kappa ベルケイド not detected 1q21 ", 4000));
        Reading.Facts(
            Fhir.Observation(Fhir.Concept(Fhir.Loinc, "29770-5"), $"\"valueString\":\"{text}\""),
            Fhir.Medication("MedicationStatement", "active", $"{{\"text\":\"{text}\"}}"));
    }

    [Fact]
    public void Bundles_nested_without_end_are_cut_off()
    {
        string bundle = Reading.Bundle(Reading.Patient);
        for (int i = 0; i < 10; i++) bundle = Reading.Bundle(bundle);
        Assert.NotNull(Reading.OfBundle(bundle).Problem);
    }

    /// <summary>Mutations of good bundles with fixed seeds: whatever the bytes say, reading gives facts or a problem.</summary>
    [Theory]
    [InlineData("new-eligible.json", 20261120, 4000)]
    [InlineData("japanese-local-codes.json", 20261121, 6000)]
    [InlineData("ide-cel-ecog.json", 20261122, 4000)]
    [InlineData("poems-met.json", 20261123, 4000)]
    [InlineData("mixed-dialects.json", 20261124, 6000)]
    public void No_mutation_of_a_bundle_makes_reading_fail(string file, int seed, int mutations)
    {
        byte[] good = Encoding.UTF8.GetBytes(Reading.File(file));
        var mutator = new JsonMutator(seed);
        int read = 0;
        for (int i = 0; i < mutations; i++)
        {
            byte[] mutated = mutator.Mutate(good);
            PatientFactsReading reading = Reading.Reader.ReadBundle(mutated, TestContext.Current.CancellationToken);
            Assert.True(reading.Facts is null != reading.Problem is null);
            if (reading.Facts is not null) read++;
        }

        Assert.True(read > mutations / 4, $"only {read} of {mutations} mutations were JSON");
    }
}
