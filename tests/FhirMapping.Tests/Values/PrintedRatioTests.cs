using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Values;

/// <summary>A ratio is no finer than the digits that it was printed with, in numbers and in text.</summary>
public sealed class PrintedRatioTests
{
    [Theory]
    [InlineData("\"valueQuantity\":{\"value\":0.01,\"code\":\"1\",\"system\":\"http://unitsofmeasure.org\"}", "0.005 to 0.015")]
    [InlineData("\"valueQuantity\":{\"value\":0.010,\"unit\":\"{ratio}\"}", "0.0095 to 0.0105")]
    [InlineData("\"valueQuantity\":{\"value\":0.0,\"unit\":\"1\"}", "0 to 0.05")]
    [InlineData("\"valueQuantity\":{\"value\":1e-2,\"unit\":\"1\"}", "0.005 to 0.015")]
    [InlineData("\"valueString\":\"0.10\"", "0.095 to 0.105")]
    [InlineData("\"valueString\":\"0,10\"", "0.095 to 0.105")]
    [InlineData("\"valueInteger\":150", "149.5 to 150.5")]
    public void Digits_say_what_the_ratio_can_be(string value, string expected)
    {
        ObservedFact ratio = Reading.Facts(Fhir.Own("flc-ratio", value)).The("flc-ratio");
        Assert.Equal(expected, ratio.AsPrinted.ToString());
    }

    [Fact]
    public void A_bound_stays_a_bound() => Assert.Null(Reading.Facts(Fhir.Own("flc-ratio", "\"valueString\":\"<0.01\"")).The("flc-ratio").AsPrinted);

    [Fact]
    public void Other_values_count_as_they_are() => Assert.Null(Reading.Facts(Fhir.Own("albumin", Fhir.Quantity("3.5", "g/dL"))).The("albumin").AsPrinted);

    [Fact]
    public void Results_of_one_report_and_members_of_one_panel_are_known_to_belong_together()
    {
        PatientFacts facts = Reading.Facts(
            Fhir.Observation(Fhir.Concept(Fhir.FactSystem, "flc-kappa"), Fhir.Quantity("4", "mg/L"), "k"),
            Fhir.Observation(Fhir.Concept(Fhir.FactSystem, "flc-lambda"), Fhir.Quantity("1800", "mg/L"), "l"),
            Fhir.Observation(Fhir.Concept(Fhir.FactSystem, "albumin"), Fhir.Quantity("3.5", "g/dL"), "a"),
            """{"resourceType":"DiagnosticReport","id":"r","status":"final","code":{"text":"FLC"},"subject":{"reference":"Patient/p1"},"result":[{"reference":"Observation/k"},{"reference":"https://ehr.example.org/fhir/Observation/l"}]}""",
            """{"resourceType":"Observation","id":"panel","status":"final","code":{"text":"FLC"},"subject":{"reference":"Patient/p1"},"hasMember":[{"reference":"Observation/l"}]}""");
        Assert.Equal(["DiagnosticReport/r"], facts.The("flc-kappa").Reports);
        Assert.Equal(["DiagnosticReport/r", "Observation/panel"], facts.The("flc-lambda").Reports);
        Assert.Empty(facts.The("albumin").Reports);
    }

    [Fact]
    public void A_record_of_another_patient_beside_one_of_this_is_not_all_of_others()
    {
        string other = Fhir.Own("albumin", Fhir.Quantity("3.5", "g/dL")).Replace("Patient/p1", "Patient/p0", StringComparison.Ordinal);
        Assert.True(Reading.Facts(other).IsAllOfOthers);
        Assert.Equal(RecordedHistory.None, Reading.Facts(other).KnownHistory);
        Assert.False(Reading.Facts(other, Fhir.Condition(Fhir.Concept(Fhir.Snomed, "109989006"))).IsAllOfOthers);
        Assert.False(Reading.Facts().IsAllOfOthers);
    }
}
