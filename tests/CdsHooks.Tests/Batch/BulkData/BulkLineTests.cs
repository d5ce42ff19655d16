using System.Text;
using Cds.CdsHooks.Batch.BulkData;

namespace Cds.CdsHooks.Tests.Batch.BulkData;

/// <summary>Whose a resource is stands in its subject or patient; what cannot be told is a fault, not a guess.</summary>
public sealed class BulkLineTests
{
    [Theory]
    [InlineData("""{"resourceType":"Patient","id":"1"}""", "1")]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"Patient/1"}}""", "1")]
    [InlineData("""{"subject":{"display":"x","reference":"https://server/fhir/Patient/1/_history/3"},"resourceType":"Condition"}""", "1")]
    [InlineData("""{"resourceType":"AllergyIntolerance","patient":{"reference":"Patient/a-b.C"}}""", "a-b.C")]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"Group/1"}}""", null)]
    [InlineData("""{"resourceType":"Observation","subject":{"reference":"Patient/"}}""", null)]
    [InlineData("""{"resourceType":"Observation","subject":"Patient/1"}""", null)]
    [InlineData("""{"resourceType":"Observation","contained":[{"subject":{"reference":"Patient/2"}}]}""", null)]
    [InlineData("""{"resourceType":"Organization","id":"1"}""", null)]
    public void The_patient_is_read(string json, string? patient)
    {
        BulkLine line = Read(json);
        Assert.Null(line.Fault);
        Assert.Equal(patient, line.Patient);
    }

    [Fact]
    public void The_drug_that_a_record_refers_to_is_read()
    {
        Assert.Equal("m1", Read("""{"resourceType":"MedicationRequest","subject":{"reference":"Patient/1"},"medicationReference":{"reference":"Medication/m1"}}""").Medication);
        Assert.True(Read("""{"resourceType":"Medication","id":"m1"}""").IsMedication);
    }

    [Theory]
    [InlineData("[1]", "no JSON object")]
    [InlineData("""{"resourceType":"Patient","id":"1"} x""", "stops being JSON")]
    [InlineData("""{"resourceType":"Patient","id":"1"}{}""", "stops being JSON")]
    [InlineData("""{"resourceType":"Patient",""", "stops being JSON at byte")]
    [InlineData("""{"id":"1"}""", "no resourceType")]
    [InlineData("""{"resourceType":5}""", "no resourceType")]
    [InlineData("""{"resourceType":"Patient"}""", "the Patient has no id")]
    [InlineData("""{"resourceType":"Bundle","entry":[]}""", "a Bundle among the resources")]
    [InlineData("""{"resourceType":"Patient","id":"\ud800"}""", "no character")]
    public void What_cannot_be_used_says_why(string json, string fault) => Assert.Contains(fault, Read(json).Fault, StringComparison.Ordinal);

    [Fact]
    public void Text_in_another_encoding_is_a_fault() => Assert.NotNull(BulkLine.Read([.. "{\"resourceType\":\"Patient\",\"id\":\""u8, 0xE9, .. "\"}"u8]).Fault);

    private static BulkLine Read(string json) => BulkLine.Read(Encoding.UTF8.GetBytes(json));
}
