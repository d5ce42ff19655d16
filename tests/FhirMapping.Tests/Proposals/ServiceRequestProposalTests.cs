using System.Text.Json;
using Cds.FhirMapping.Proposals;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Tests.Proposals;

public sealed class ServiceRequestProposalTests
{
    private static ServiceRequest Build(string id, CodeSystemsInUse systems) => new ServiceRequestProposal(Reading.Knowledge, Reading.Codes).Build(
        new ServiceOrder { For = id, Text = new LocalizedText("text", "検査"), Reason = new LocalizedText("reason", "理由"), Due = (new DateOnly(2026, 12, 1), new DateOnly(2027, 1, 1)) },
        "Patient/p1", systems, Language.Japanese);

    private static JsonElement Write(string id, CodeSystemsInUse systems) => Written.Element(Build(id, systems));

    private static (string?, string?) Code(JsonElement request)
    {
        JsonElement coding = Assert.Single(request.GetProperty("code").GetProperty("coding").EnumerateArray());
        return (coding.GetProperty("system").GetString(), coding.GetProperty("code").GetString());
    }

    [Fact]
    public void An_examination_is_a_complete_draft()
    {
        JsonElement request = Write("beta2-microglobulin", CodeSystemsInUse.Loinc);
        Assert.Equal(("draft", "proposal", "Patient/p1"), (request.GetProperty("status").GetString(), request.GetProperty("intent").GetString(), request.GetProperty("subject").GetProperty("reference").GetString()));
        Assert.Equal((Fhir.Loinc, "1952-1"), Code(request));
        Assert.Equal(("検査", "理由"), (request.GetProperty("code").GetProperty("text").GetString(), request.GetProperty("reasonCode")[0].GetProperty("text").GetString()));
    }

    [Theory]
    [InlineData("beta2-microglobulin", CodeSystemsInUse.Loinc)]
    [InlineData("beta2-microglobulin", CodeSystemsInUse.Jlac)]
    [InlineData("bone-lesions", CodeSystemsInUse.None)]
    [InlineData("dental-referral", CodeSystemsInUse.None)]
    public void Every_kind_of_request_is_valid_for_the_official_validator(string id, CodeSystemsInUse systems) => Assert.Equal("", string.Join("\n", OfficialValidator.Errors(Build(id, systems))));

    [Fact]
    public void The_period_in_which_it_is_due_is_written()
    {
        JsonElement period = Write("beta2-microglobulin", CodeSystemsInUse.Loinc).GetProperty("occurrencePeriod");
        Assert.Equal(("2026-12-01", "2027-01-01"), (period.GetProperty("start").GetString(), period.GetProperty("end").GetString()));
    }

    [Theory]
    [InlineData("beta2-microglobulin", "5C065000002399801")]
    [InlineData("hemoglobin", "2A030000001999801")]
    [InlineData("igg", "5A010000002399801")]
    public void Japanese_data_are_answered_in_JLAC10(string fact, string code) => Assert.Equal((Fhir.Jlac10, code), Code(Write(fact, CodeSystemsInUse.Jlac)));

    [Fact]
    public void A_JLAC10_code_that_is_written_is_the_one_that_is_read()
    {
        foreach (string fact in Reading.Knowledge.Facts.Keys)
        {
            if (Reading.Codes.LaboratoryOrderCode(fact) is { } code) Assert.Contains(fact, Reading.Codes.Find(Reading.Concept(Fhir.Jlac10, code), TargetKind.Fact));
        }
    }

    [Fact]
    public void What_no_standard_codes_has_the_projects_own_code()
    {
        Assert.Equal((Fhir.FactSystem, "bone-lesions"), Code(Write("bone-lesions", CodeSystemsInUse.Loinc)));
        Assert.Equal(("https://myeloma-cds.example.org/fhir/CodeSystem/action", "dental-referral"), Code(Write("dental-referral", CodeSystemsInUse.Loinc)));
    }
}
