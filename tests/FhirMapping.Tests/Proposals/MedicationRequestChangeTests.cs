using System.Text.Json;
using Cds.FhirMapping.Proposals;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Values;

namespace Cds.FhirMapping.Tests.Proposals;

public sealed class MedicationRequestChangeTests
{
    private static readonly DoseChange TenMilligrams = new()
    {
        DoseAmount = 10m,
        DoseUnit = "mg",
        Text = new LocalizedText("lenalidomide 10 mg", "レナリドミド10 mg"),
        Reason = new LocalizedText("renal function", "腎機能"),
    };

    [Fact]
    public void The_whole_resource_is_written_with_the_new_dose() => Equal(
        """
        {"resourceType":"MedicationRequest","id":"r1","status":"active","intent":"order","subject":{"reference":"Patient/p1"},
         "medicationCodeableConcept":{"text":"lenalidomide"},"priority":"urgent",
         "dosageInstruction":[{"text":"lenalidomide 10 mg","timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"}},"route":{"text":"oral"},
           "doseAndRate":[{"doseQuantity":{"value":10,"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"}}]}]}
        """,
        """
        {"resourceType":"MedicationRequest","id":"r1","status":"active","intent":"order","medicationCodeableConcept":{"text":"lenalidomide"},"priority":"urgent",
         "subject":{"reference":"https://ehr.example.org/fhir/Patient/p1"},
         "dosageInstruction":[{"text":"25 mg daily","timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"}},"route":{"text":"oral"},
           "doseAndRate":[{"doseQuantity":{"value":25,"unit":"mg"}},{"doseQuantity":{"value":1,"unit":"capsule"}}]}]}
        """);

    [Fact]
    public void What_FHIR_asks_for_is_filled_in() => Equal(
        """
        {"resourceType":"MedicationRequest","id":"r1","status":"draft","intent":"proposal","subject":{"reference":"Patient/p1"},
         "medicationCodeableConcept":{"text":"lenalidomide"},
         "dosageInstruction":[{"text":"lenalidomide 10 mg","doseAndRate":[{"doseQuantity":{"value":10,"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"}}]}]}
        """,
        """{"resourceType":"MedicationRequest","id":"r1","medicationCodeableConcept":{"text":"lenalidomide"}}""");

    [Fact]
    public void Single_values_become_lists_and_empty_members_go() => Equal(
        """
        {"resourceType":"MedicationRequest","id":"r1","status":"draft","intent":"proposal","subject":{"reference":"Patient/p1"},
         "category":[{"text":"outpatient"}],"medicationCodeableConcept":{"text":"lenalidomide"},
         "dosageInstruction":[{"text":"lenalidomide 10 mg","doseAndRate":[{"doseQuantity":{"value":10,"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"}}]}]}
        """,
        """
        {"resourceType":"MedicationRequest","id":"r1","status":"","intent":null,"category":{"text":"outpatient","coding":[]},"note":[{}],
         "medicationCodeableConcept":{"text":"lenalidomide","coding":[null]},"dosageInstruction":{"text":"25 mg","site":{}}}
        """);

    [Fact]
    public void A_new_timing_replaces_the_one_written()
    {
        string json = Write("""{"id":"r1","dosageInstruction":[{"timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"}}}]}""", TenMilligrams with { Frequency = new Frequency(1, 2, "d") });
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.Equal(2, document.RootElement.GetProperty("dosageInstruction")[0].GetProperty("timing").GetProperty("repeat").GetProperty("period").GetInt32());
    }

    [Fact]
    public void The_text_is_in_the_language_of_the_reader() =>
        Assert.Contains("\\u30EC", Write("""{"id":"r1"}""", TenMilligrams, Language.Japanese), StringComparison.OrdinalIgnoreCase);

    private static void Equal(string expected, string draft) =>
        Assert.Equal(JsonSerializer.Serialize(JsonDocument.Parse(expected)), JsonSerializer.Serialize(JsonDocument.Parse(Write(draft, TenMilligrams))));

    private static string Write(string draft, DoseChange change, Language language = Language.English)
    {
        using JsonDocument document = JsonDocument.Parse(draft);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) MedicationRequestChange.Write(writer, document.RootElement, change, "Patient/p1", language);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
