using System.Text;

namespace Cds.FhirMapping.Tests;

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
           Observation/o1: beta2-microglobulin = 3.3984 mg/L (sent as 288 nmol/L), 2026-11-01
           MedicationStatement/m1: drug lenalidomide (by its text), Active, ? to ?
        -- notes
           Warning: Observation/o2 serum albumin: unit missing; value ignored
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
    public void A_file_that_is_no_bundle_is_said_so() => Assert.Contains("not a FHIR Bundle", Report("{}"), StringComparison.Ordinal);
}
