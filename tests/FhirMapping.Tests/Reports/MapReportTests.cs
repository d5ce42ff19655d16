using System.Text;

namespace Cds.FhirMapping.Tests.Reports;

public sealed class MapReportTests
{
    private static string Report(string json)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        byte[] document = Encoding.UTF8.GetBytes(json);
        new MapReport(Reading.Knowledge, Reading.Codes, Reading.Reader).Write(writer, "a.json", document);
        return writer.ToString().TrimEnd('\n');
    }

    [Fact]
    public void A_report_says_what_was_recognised_what_was_ignored_and_what_is_unknown() => Assert.Equal(
        """
        == a.json
        -- recognised
           Observation/o1: beta2-microglobulin = 3.3984 mg/L (sent as 288 nmol/L), 2026-11-01, by http://loinc.org|76484-5
           MedicationStatement/m1: drug lenalidomide, Active, ? to ?, by its text
        -- notes
           Warning: Observation/o2 serum albumin: unit missing; value ignored
        -- records that say nothing here
           Observation/o3: none of its codes and texts names anything that the rules ask for
           Observation/o4: none of its codes and texts names anything that the rules ask for
        -- codes that mean nothing here
           Observation https://hospital.example.jp/lab|L7 尿酸 (2 times)
        -- resources that are not read
           Encounter (1)
        """.ReplaceLineEndings("\n"),
        Report(Reading.Bundle(
            Reading.Patient,
            Fhir.Lab("76484-5", "288", "nmol/L"),
            Fhir.Observation(Fhir.Concept(Fhir.Loinc, "1751-7"), "\"valueQuantity\":{\"value\":3.6}", "o2"),
            Fhir.Observation(Fhir.Concept("https://hospital.example.jp/lab", "L7", "尿酸"), Fhir.Quantity("5", "mg/dL"), "o3"),
            Fhir.Observation(Fhir.Concept("https://hospital.example.jp/lab", "L7", "尿酸"), Fhir.Quantity("6", "mg/dL"), "o4"),
            Fhir.Medication("MedicationStatement", "active", "{\"text\":\"レブラミドカプセル5mg\"}"),
            "{\"resourceType\":\"Encounter\",\"id\":\"e1\"}")));

    [Fact]
    public void The_code_of_a_component_and_of_a_Medication_is_named()
    {
        string report = Report(Reading.Bundle(
            Reading.Patient,
            Fhir.Observation("{\"text\":\"FISH\"}", $"\"component\":[{{\"code\":{Fhir.Concept(Fhir.FactSystem, "del-17p")},\"valueString\":\"not detected\"}}]"),
            $"{{\"resourceType\":\"Medication\",\"id\":\"med\",\"code\":{Fhir.Concept(Fhir.RxNorm, "342369")}}}",
            """{"resourceType":"MedicationStatement","id":"m1","status":"active","subject":{"reference":"Patient/p1"},"medicationReference":{"reference":"Medication/med"}}""",
            Fhir.Own("flc-ratio", "\"valueQuantity\":{\"value\":0.01,\"unit\":\"1\"}").Replace("\"o1\"", "\"o2\"", StringComparison.Ordinal)));
        Assert.Contains($"Observation/o1: del-17p = absent, 2026-11-01, by {Fhir.FactSystem}|del-17p", report, StringComparison.Ordinal);
        Assert.Contains($"MedicationStatement/m1: drug lenalidomide, Active, ? to ?, by {Fhir.RxNorm}|342369", report, StringComparison.Ordinal);
        Assert.Contains("Observation/o2: flc-ratio = 0.01 (printed: 0.005 to 0.015)", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_bundle_is_said_so() => Assert.Contains("not a FHIR Bundle", Report("{}"), StringComparison.Ordinal);
}
