using System.Text.Json;
using Cds.FhirMapping.Proposals;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Values;

namespace Cds.FhirMapping.Tests.Proposals;

public sealed class MedicationRequestProposalTests
{
    private static readonly DrugOrder Acyclovir = new()
    {
        DrugId = "acyclovir",
        Text = new LocalizedText("acyclovir 200 mg by mouth once daily", "アシクロビル200 mgを1日1回内服"),
        Reason = new LocalizedText("Herpes zoster prophylaxis", "帯状疱疹の予防"),
        DoseAmount = 200m,
        DoseUnit = "mg",
        Route = Route.Oral,
        Frequency = new Frequency(1, 1, "d"),
    };

    private static string Write(DrugOrder order, CodeSystemsInUse systems, Language language = Language.English)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) new MedicationRequestProposal(Reading.Knowledge, Reading.Codes).Write(writer, order, "Patient/p1", systems, language);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Equal(string expected, string actual) =>
        Assert.Equal(JsonSerializer.Serialize(JsonDocument.Parse(expected)), JsonSerializer.Serialize(JsonDocument.Parse(actual)));

    [Fact]
    public void A_regular_order_is_a_complete_draft() => Equal(
        """
        {"resourceType":"MedicationRequest","status":"draft","intent":"proposal",
         "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"281","display":"acyclovir"}],"text":"acyclovir"},
         "subject":{"reference":"Patient/p1"},"reasonCode":[{"text":"Herpes zoster prophylaxis"}],
         "dosageInstruction":[{"text":"acyclovir 200 mg by mouth once daily","timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"}},
           "route":{"coding":[{"system":"http://snomed.info/sct","code":"26643006"}],"text":"oral"},
           "doseAndRate":[{"doseQuantity":{"value":200,"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"}}]}]}
        """,
        Write(Acyclovir with { }, CodeSystemsInUse.RxNorm));

    [Fact]
    public void The_draft_uses_the_drug_systems_of_the_data_and_the_language_of_the_reader()
    {
        string json = Write(Acyclovir, CodeSystemsInUse.Yj | CodeSystemsInUse.Jlac, Language.Japanese);
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement medication = document.RootElement.GetProperty("medicationCodeableConcept");
        Assert.Equal("アシクロビル", medication.GetProperty("text").GetString());
        Assert.Equal("http://www.whocc.no/atc", Assert.Single(medication.GetProperty("coding").EnumerateArray()).GetProperty("system").GetString());
        Assert.Equal("帯状疱疹の予防", document.RootElement.GetProperty("reasonCode")[0].GetProperty("text").GetString());
    }

    [Fact]
    public void A_YJ_code_is_written_where_one_is_known()
    {
        using JsonDocument document = JsonDocument.Parse(Write(Acyclovir with { DrugId = "bortezomib" }, CodeSystemsInUse.Yj));
        Assert.Contains(document.RootElement.GetProperty("medicationCodeableConcept").GetProperty("coding").EnumerateArray(), c => c.GetProperty("code").GetString() == "4291412D1024");
    }

    [Fact]
    public void Without_drug_data_the_international_codes_are_written()
    {
        using JsonDocument document = JsonDocument.Parse(Write(Acyclovir, CodeSystemsInUse.Loinc));
        Assert.Equal(2, document.RootElement.GetProperty("medicationCodeableConcept").GetProperty("coding").GetArrayLength());
    }

    [Fact]
    public void A_range_of_doses_stays_a_range() =>
        Assert.Contains("\"doseRange\":{\"low\":{\"value\":81", Write(Acyclovir with { DrugId = "aspirin", DoseAmount = 81m, DoseAmountHigh = 100m }, CodeSystemsInUse.RxNorm), StringComparison.Ordinal);

    [Fact]
    public void Days_of_a_cycle_are_written_as_such()
    {
        string json = Write(
            Acyclovir with { DrugId = "bortezomib", DoseAmount = 1.3m, DoseUnit = "mg/m2", Route = Route.Subcutaneous, Frequency = null, Days = [1, 4, 8, 11], CycleDays = 21, Cycles = 8 },
            CodeSystemsInUse.RxNorm);
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement timing = document.RootElement.GetProperty("dosageInstruction")[0].GetProperty("timing");
        Assert.Equal([1, 4, 8, 11], timing.GetProperty("extension")[0].GetProperty("extension").EnumerateArray().Select(d => d.GetProperty("valueInteger").GetInt32()));
        Assert.Equal(168, timing.GetProperty("repeat").GetProperty("boundsDuration").GetProperty("value").GetInt32());
        Assert.Equal("days 1, 4, 8, 11 of a 21-day cycle, 8 cycles", timing.GetProperty("code").GetProperty("text").GetString());
    }

    [Fact]
    public void What_the_order_leaves_to_the_prescriber_is_not_written()
    {
        string json = Write(Acyclovir with { DoseAmount = null, DoseUnit = null, Frequency = null }, CodeSystemsInUse.RxNorm);
        Assert.DoesNotContain("doseAndRate", json, StringComparison.Ordinal);
        Assert.DoesNotContain("timing", json, StringComparison.Ordinal);
        Assert.DoesNotContain("[]", json, StringComparison.Ordinal);
        Assert.DoesNotContain("{}", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_drug_of_the_knowledge_base_can_be_written_and_is_recognised_when_read_back_as_an_order()
    {
        foreach (string drug in Reading.Knowledge.Drugs.Keys)
        {
            string json = Write(Acyclovir with { DrugId = drug }, CodeSystemsInUse.None).Replace("\"draft\"", "\"active\"", StringComparison.Ordinal).Replace("\"proposal\"", "\"order\"", StringComparison.Ordinal);
            Assert.Contains(Reading.Facts(json).DrugRecords, r => r.DrugId == drug);
        }
    }
}
