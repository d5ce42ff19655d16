using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Resources;

public sealed class TherapyExtensionsTests
{
    private const string Own = "https://myeloma-cds.example.org/fhir/StructureDefinition/";

    private static string Given(string extension) => Fhir.Medication(
        "MedicationStatement", "active", Fhir.Concept(Fhir.RxNorm, "342369"), $"\"id\":\"m1\",\"effectivePeriod\":{{\"start\":\"2026-01-01\"}},\"extension\":[{extension}]");

    private static DrugRecord The(string extension) => Assert.Single(Reading.Facts(Given(extension)).DrugRecords);

    [Theory]
    [InlineData(Own + "therapy-line-number", "\"valuePositiveInt\":3")]
    [InlineData(Own + "therapy-line-number", "\"valueInteger\":3")]
    [InlineData("http://hospital.example.org/fhir/StructureDefinition/onco-therapy-line-number", "\"valuePositiveInt\":3")]
    public void A_record_may_name_its_line(string url, string value) => Assert.Equal(3, The($$"""{"url":"{{url}}",{{value}}}""").RecordedLine);

    [Theory]
    [InlineData("\"valueInteger\":0")]
    [InlineData("\"valueInteger\":31")]
    [InlineData("\"valueDecimal\":1.5")]
    [InlineData("\"valueString\":\"second\"")]
    public void A_line_number_that_is_none_is_reported(string value)
    {
        PatientFacts facts = Reading.Facts(Given($$"""{"url":"{{Own}}therapy-line-number",{{value}}}"""));
        Assert.Null(Assert.Single(facts.DrugRecords).RecordedLine);
        facts.OnlyNote("MedicationStatement/m1", "line of therapy: extension therapy-line-number cannot be read");
    }

    [Theory]
    [InlineData("\"valueBoolean\":true", true)]
    [InlineData("\"valueBoolean\":false", false)]
    [InlineData("\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"373066001\"}]}", true)]
    public void A_record_may_say_that_the_disease_is_refractory_to_its_drug(string value, bool refractory) =>
        Assert.Equal(refractory, The($$"""{"url":"{{Own}}refractory-status",{{value}}}""").IsRecordedRefractory);

    [Fact]
    public void A_refractory_status_that_says_nothing_is_reported() => Reading.Facts(Given($$"""{"url":"{{Own}}refractory-status","valueString":"?"}"""))
        .OnlyNote("MedicationStatement/m1", "refractory status: extension refractory-status cannot be read");
}
