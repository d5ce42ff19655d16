using System.Text.Json;
using Cds.FhirMapping.Proposals;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;
using Hl7.Fhir.Model;

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

    private static readonly DrugOrder Bortezomib =
        Acyclovir with { DrugId = "bortezomib", DoseAmount = 2.1m, Route = Route.Subcutaneous, Frequency = null, Days = [1, 4, 8, 11], CycleDays = 21, Cycles = 8 };

    private static readonly Dictionary<string, DrugOrder> Orders = new()
    {
        { "regular", Acyclovir },
        { "days of a cycle", Bortezomib },
        { "days before a transplant", Bortezomib with { DrugId = "melphalan", DoseAmount = 160m, Days = [-3, -2], CycleDays = null, Cycles = null, Route = Route.Intravenous } },
        { "every four weeks", Acyclovir with { DrugId = "denosumab", DoseAmount = 120m, Route = Route.Subcutaneous, Frequency = new Frequency(1, 4, "wk") } },
        { "every twelve hours", Acyclovir with { Frequency = new Frequency(1, 12, "h") } },
        { "every month", Acyclovir with { Frequency = new Frequency(1, 1, "mo") } },
        { "once", Acyclovir with { Frequency = null, IsOnce = true } },
        { "range", Acyclovir with { DrugId = "aspirin", DoseAmount = 81m, DoseAmountHigh = 100m } },
        { "dose left open", Acyclovir with { DoseAmount = null, DoseUnit = null, Frequency = null } },
        { "international units", Acyclovir with { DrugId = "cholecalciferol", DoseAmount = 400m, DoseUnit = "[IU]" } },
    };

    public static TheoryData<string> Kinds() => [.. Orders.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_order_is_valid_by_the_letter_and_for_the_official_validator(string kind)
    {
        foreach (Language language in Enum.GetValues<Language>())
        {
            MedicationRequest draft = Build(Orders[kind], CodeSystemsInUse.RxNorm | CodeSystemsInUse.Yj | CodeSystemsInUse.Atc, language);
            Assert.DoesNotContain("{}", Written.Json(draft), StringComparison.Ordinal);
            Assert.Equal("", string.Join('\n', OfficialValidator.Errors(draft)));
        }
    }

    [Fact]
    public void The_official_validator_refuses_an_extension_where_it_may_not_stand()
    {
        MedicationRequest foreign = Build(Bortezomib, CodeSystemsInUse.RxNorm);
        foreign.DosageInstruction[0].Timing!.Extension[0].Url = "http://hl7.org/fhir/StructureDefinition/timing-daysOfCycle";
        Assert.NotEmpty(OfficialValidator.Errors(foreign));

        MedicationRequest misplaced = Build(Bortezomib, CodeSystemsInUse.RxNorm);
        misplaced.Extension.Add((Extension)misplaced.DosageInstruction[0].Timing!.Extension[0].DeepCopy());
        Assert.NotEmpty(OfficialValidator.Errors(misplaced));

        MedicationRequest incomplete = Build(Bortezomib, CodeSystemsInUse.RxNorm);
        incomplete.DosageInstruction[0].Timing!.Extension[0].Extension.RemoveAll(part => part.Url == "day");
        Assert.NotEmpty(OfficialValidator.Errors(incomplete));
    }

    [Fact]
    public void A_regular_order_is_a_complete_draft() => Written.Equal(
        """
        {"resourceType":"MedicationRequest","status":"draft","intent":"proposal",
         "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"281","display":"acyclovir"}],"text":"acyclovir"},
         "subject":{"reference":"Patient/p1"},"reasonCode":[{"text":"Herpes zoster prophylaxis"}],
         "dosageInstruction":[{"text":"acyclovir 200 mg by mouth once daily","timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"}},
           "route":{"coding":[{"system":"http://snomed.info/sct","code":"26643006"}],"text":"oral"},
           "doseAndRate":[{"doseQuantity":{"value":200,"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"}}]}]}
        """,
        Build(Acyclovir, CodeSystemsInUse.RxNorm));

    [Fact]
    public void The_draft_uses_the_drug_systems_of_the_data_and_the_language_of_the_reader()
    {
        JsonElement draft = Written.Element(Build(Acyclovir, CodeSystemsInUse.Yj | CodeSystemsInUse.Jlac, Language.Japanese));
        JsonElement medication = draft.GetProperty("medicationCodeableConcept");
        Assert.Equal("アシクロビル", medication.GetProperty("text").GetString());
        Assert.Equal("http://www.whocc.no/atc", Assert.Single(medication.GetProperty("coding").EnumerateArray()).GetProperty("system").GetString());
        Assert.Equal("帯状疱疹の予防", draft.GetProperty("reasonCode")[0].GetProperty("text").GetString());
    }

    [Fact]
    public void A_YJ_code_is_written_where_one_is_known() => Assert.Contains(
        Written.Element(Build(Acyclovir with { DrugId = "bortezomib" }, CodeSystemsInUse.Yj)).GetProperty("medicationCodeableConcept").GetProperty("coding").EnumerateArray(),
        c => c.GetProperty("code").GetString() == "4291412D1024");

    [Fact]
    public void Without_drug_data_the_international_codes_are_written() => Assert.Equal(
        2, Written.Element(Build(Acyclovir, CodeSystemsInUse.Loinc)).GetProperty("medicationCodeableConcept").GetProperty("coding").GetArrayLength());

    [Fact]
    public void A_range_of_doses_stays_a_range() => Assert.Contains(
        "\"doseRange\":{\"low\":{\"value\":81",
        Written.Json(Build(Acyclovir with { DrugId = "aspirin", DoseAmount = 81m, DoseAmountHigh = 100m }, CodeSystemsInUse.RxNorm)), StringComparison.Ordinal);

    [Fact]
    public void Days_of_a_cycle_are_written_as_data_and_in_words_for_one_cycle()
    {
        JsonElement timing = Written.Element(Build(Bortezomib, CodeSystemsInUse.RxNorm)).GetProperty("dosageInstruction")[0].GetProperty("timing");
        JsonElement extension = Assert.Single(timing.GetProperty("extension").EnumerateArray());
        Assert.Equal("https://myeloma-cds.example.org/fhir/StructureDefinition/days-of-cycle", extension.GetProperty("url").GetString());
        JsonElement[] parts = [.. extension.GetProperty("extension").EnumerateArray()];
        Assert.Equal(1, parts[0].GetProperty("valuePositiveInt").GetInt32());
        Assert.Equal([1, 4, 8, 11], parts[1..].Select(d => d.GetProperty("valueInteger").GetInt32()));
        Assert.Equal(21, timing.GetProperty("repeat").GetProperty("boundsDuration").GetProperty("value").GetInt32());
        Assert.Equal((4, 21), (timing.GetProperty("repeat").GetProperty("frequency").GetInt32(), timing.GetProperty("repeat").GetProperty("period").GetInt32()));
        Assert.Equal("cycle 1 of 8: days 1, 4, 8, 11 of a 21-day cycle", timing.GetProperty("code").GetProperty("text").GetString());
    }

    [Theory]
    [InlineData(null, Language.English, "cycle 1: days 1, 4, 8, 11 of a 21-day cycle")]
    [InlineData(null, Language.Japanese, "第1サイクル（21日間）の第1, 4, 8, 11日")]
    [InlineData(8, Language.Japanese, "全8サイクルの第1サイクル（21日間）の第1, 4, 8, 11日")]
    public void The_words_of_the_timing_name_the_cycle(int? cycles, Language language, string expected) => Assert.Equal(
        expected, Build(Bortezomib with { Cycles = cycles }, CodeSystemsInUse.RxNorm, language).DosageInstruction[0].Timing?.Code?.Text);

    [Fact]
    public void What_the_order_leaves_to_the_prescriber_is_not_written()
    {
        string json = Written.Json(Build(Acyclovir with { DoseAmount = null, DoseUnit = null, Frequency = null }, CodeSystemsInUse.RxNorm));
        Assert.DoesNotContain("doseAndRate", json, StringComparison.Ordinal);
        Assert.DoesNotContain("timing", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_drug_of_the_knowledge_base_can_be_written_and_is_recognised_when_read_back_as_an_order()
    {
        foreach (string drug in Reading.Knowledge.Drugs.Keys)
        {
            string json = Written.Json(Build(Acyclovir with { DrugId = drug }, CodeSystemsInUse.None))
                .Replace("\"draft\"", "\"active\"", StringComparison.Ordinal).Replace("\"proposal\"", "\"order\"", StringComparison.Ordinal);
            Assert.Contains(Reading.Facts(json).DrugRecords, r => r.DrugId == drug);
        }
    }

    private static MedicationRequest Build(DrugOrder order, CodeSystemsInUse systems, Language language = Language.English) =>
        new MedicationRequestProposal(Reading.Knowledge, Reading.Codes).Build(order, "Patient/p1", systems, language);
}
