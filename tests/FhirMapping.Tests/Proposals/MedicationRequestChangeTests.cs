using System.Text.Json;
using Cds.FhirMapping.Proposals;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Tests.Proposals;

/// <summary>The new state of a draft: all that it had, the new dose, and nothing that contradicts it.</summary>
public sealed class MedicationRequestChangeTests
{
    private const string Needed = "\"resourceType\":\"MedicationRequest\",\"id\":\"r1\",\"status\":\"draft\",\"intent\":\"order\",\"subject\":{\"reference\":\"Patient/p1\"}";
    private const string Lenalidomide = "\"medicationCodeableConcept\":{\"text\":\"lenalidomide\"}";
    private const string NewDose = "\"doseAndRate\":[{\"doseQuantity\":{\"value\":10,\"unit\":\"mg\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"mg\"}}]";

    private static readonly DoseChange TenMilligrams = new()
    {
        DrugId = "lenalidomide",
        DoseAmount = 10m,
        DoseUnit = "mg",
        Text = new LocalizedText("lenalidomide 10 mg", "レナリドミド10 mg"),
        Reason = new LocalizedText("renal function", "腎機能"),
    };

    [Fact]
    public void The_whole_resource_is_kept_with_the_new_dose() => Written.Equal(
        $$$"""
        {"resourceType":"MedicationRequest","id":"r1","contained":[{"resourceType":"Practitioner","id":"d"}],"extension":[{"url":"http://ehr.example.org/ward","valueString":"7 West"}],
         "identifier":[{"system":"http://ehr.example.org/orders","value":"4711"}],"status":"active","intent":"order","priority":"urgent",
         {{{Lenalidomide}}},"subject":{"reference":"https://ehr.example.org/fhir/Patient/p1","display":"A. B."},"requester":{"reference":"#d"},"note":[{"text":"as discussed"}],
         "dosageInstruction":[{"sequence":1,"text":"lenalidomide 10 mg","additionalInstruction":[{"text":"with food"}],
           "timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"}},"route":{"text":"oral"},{{{NewDose}}}}]}
        """,
        Build($$$"""
        {"resourceType":"MedicationRequest","id":"r1","status":"active","intent":"order",{{{Lenalidomide}}},"priority":"urgent","note":[{"text":"as discussed"}],
         "contained":[{"resourceType":"Practitioner","id":"d"}],"extension":[{"url":"http://ehr.example.org/ward","valueString":"7 West"}],
         "identifier":[{"system":"http://ehr.example.org/orders","value":"4711"}],"requester":{"reference":"#d"},
         "subject":{"reference":"https://ehr.example.org/fhir/Patient/p1","display":"A. B."},
         "text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">25 mg daily</div>"},
         "dosageInstruction":[{"sequence":1,"text":"25 mg daily","patientInstruction":"one 25 mg capsule","additionalInstruction":[{"text":"with food"}],
           "timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"}},"route":{"text":"oral"},
           "doseAndRate":[{"doseQuantity":{"value":25,"unit":"mg"}},{"doseQuantity":{"value":1,"unit":"capsule"}}]}]}
        """));

    [Theory]
    [InlineData("\"encounter\":null,\"supportingInformation\":[],\"reasonCode\":[null],\"note\":[{}],\"dispenseRequest\":{\"validityPeriod\":{}}", "")]
    [InlineData("\"category\":{\"text\":\"outpatient\",\"coding\":[]}", "\"category\":[{\"text\":\"outpatient\"}],")]
    [InlineData("\"note\":[null,{\"text\":\"x\"},{}]", "\"note\":[{\"text\":\"x\"}],")]
    [InlineData("\"ward\":{\"name\":\"7\"},\"priority\":\"Urgent!\",\"authoredOn\":\"20/11/2026\"", "")]
    [InlineData("\"encounter\":[{\"reference\":\"Encounter/1\"}]", "\"encounter\":{\"reference\":\"Encounter/1\"},")]
    [InlineData("\"encounter\":[{\"reference\":\"Encounter/1\"},{\"reference\":\"Encounter/2\"}]", "")]
    [InlineData("\"extension\":[{\"valueString\":\"no address\"},{\"url\":\"http://ehr.example.org/ward\",\"valueString\":\"7\"}]", "\"extension\":[{\"url\":\"http://ehr.example.org/ward\",\"valueString\":\"7\"}],")]
    [InlineData("\"contained\":[{\"resourceType\":\"Ward\",\"id\":\"w\"}]", "")]
    public void What_FHIR_allows_is_carried_and_the_rest_is_left_out(string sent, string kept)
    {
        JsonElement changed = Written.Element(Build($"{{{Needed},{Lenalidomide},{sent}}}"));
        JsonElement expected = JsonDocument.Parse($"{{{kept}{Needed},{Lenalidomide},\"dosageInstruction\":[{{\"text\":\"lenalidomide 10 mg\",{NewDose}}}]}}").RootElement;
        Assert.Equal(Sorted(expected), Sorted(changed));
    }

    [Fact]
    public void What_FHIR_asks_for_is_filled_in()
    {
        JsonElement changed = Written.Element(Build($$$"""{"resourceType":"MedicationRequest","id":"r1","status":"","intent":null,{{{Lenalidomide}}}}"""));
        Assert.Equal(("draft", "proposal", "Patient/p1"), (changed.GetProperty("status").GetString(), changed.GetProperty("intent").GetString(), changed.GetProperty("subject").GetProperty("reference").GetString()));
    }

    [Fact]
    public void The_address_of_a_bundle_entry_gives_way_to_the_patients_reference() => Assert.Equal("Patient/p1", Written.Element(Build(
        $$$"""{"resourceType":"MedicationRequest","id":"r1","status":"draft","intent":"order",{{{Lenalidomide}}},"subject":{"reference":"urn:uuid:5f0c6b8e-0d7e-4f0f-9a3a-1b2c3d4e5f60"}}"""))
        .GetProperty("subject").GetProperty("reference").GetString());

    [Theory]
    [InlineData("\"id\":\"r_1\",\"status\":\"draft\",\"intent\":\"order\"")]
    [InlineData("\"id\":\"r1\",\"status\":\"Entered-In-Error\",\"intent\":\"order\"")]
    [InlineData("\"id\":\"r1\",\"status\":\"draft\",\"intent\":\"maybe\"")]
    [InlineData("\"id\":\"r1\",\"status\":\"draft\",\"intent\":\"order\",\"modifierExtension\":[{\"valueBoolean\":true}]")]
    [InlineData("\"id\":\"r1\",\"status\":\"draft\",\"intent\":\"order\",\"doNotPerform\":\"yes\"")]
    public void A_draft_whose_meaning_cannot_be_carried_is_not_sent_back(string members) =>
        Assert.Null(Build($$$"""{"resourceType":"MedicationRequest",{{{members}}},{{{Lenalidomide}}},"subject":{"reference":"Patient/p1"}}"""));

    [Fact]
    public void A_single_dosage_becomes_a_list_without_its_invalid_parts()
    {
        JsonElement dosage = Dosage(Build($$$"""{{{{Needed}}},{{{Lenalidomide}}},"dosageInstruction":{"text":"25 mg","site":{},"sequence":"first","foo":1,"asNeededBoolean":false}}"""));
        Assert.Equal(["text", "asNeededBoolean", "doseAndRate"], dosage.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public void A_new_timing_replaces_the_one_written_and_stands_once()
    {
        MedicationRequest? changed = Build(
            $$$"""{{{{Needed}}},{{{Lenalidomide}}},"dosageInstruction":[{"timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"} } },{"timing":{"code":{"text":"evening"} } } ] }""",
            TenMilligrams with { Frequency = new Frequency(1, 2, "d") });
        JsonElement dosage = Assert.Single(Written.Element(changed).GetProperty("dosageInstruction").EnumerateArray());
        Assert.Equal(2, dosage.GetProperty("timing").GetProperty("repeat").GetProperty("period").GetInt32());
    }

    [Fact]
    public void Without_a_dose_that_can_be_given_the_words_stand_alone()
    {
        JsonElement dosage = Dosage(Build(
            $$$"""{{{{Needed}}},"medicationCodeableConcept":{"text":"melphalan"},"dosageInstruction":[{"doseAndRate":[{"doseQuantity":{"value":100,"unit":"mg/m2"}}]}]}""",
            TenMilligrams with { DrugId = "melphalan", DoseAmount = null, DoseUnit = null }));
        Assert.Equal(["text"], dosage.EnumerateObject().Select(member => member.Name));
    }

    [Theory]
    [InlineData("http://www.nlm.nih.gov/research/umls/rxnorm", "602912", "lenalidomide 25 MG Oral Capsule")]
    [InlineData("urn:oid:1.2.392.100495.20.1.73", "4291024M1020", "レブラミドカプセル5mg")]
    [InlineData("https://hospital.example.jp/fhir/CodeSystem/local", "LEN25", null)]
    public void The_code_and_the_name_of_a_product_of_one_strength_give_way_to_the_drug(string system, string code, string? name)
    {
        string display = name is null ? "" : $",\"display\":\"{name}\"";
        JsonElement changed = Written.Element(Build(
            $$$"""{{{{Needed}}},"medicationCodeableConcept":{"coding":[{"system":"{{{system}}}","code":"{{{code}}}"{{{display}}}}],"text":"{{{name ?? "lenalidomide"}}}"},"dispenseRequest":{"quantity":{"value":21,"unit":"capsule"},"numberOfRepeatsAllowed":1}}"""));
        JsonElement medication = changed.GetProperty("medicationCodeableConcept");
        Assert.Equal("lenalidomide", medication.GetProperty("text").GetString());
        Assert.Equal("342369", Assert.Single(medication.GetProperty("coding").EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal(["numberOfRepeatsAllowed"], changed.GetProperty("dispenseRequest").EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public void The_code_of_the_drug_as_such_stays()
    {
        JsonElement changed = Written.Element(Build(
            $$$"""{{{{Needed}}},"medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"342369","display":"lenalidomide"}],"text":"Revlimid"},"dispenseRequest":{"quantity":{"value":21} } }"""));
        Assert.Equal("Revlimid", changed.GetProperty("medicationCodeableConcept").GetProperty("text").GetString());
        Assert.Equal(21, changed.GetProperty("dispenseRequest").GetProperty("quantity").GetProperty("value").GetInt32());
    }

    [Fact]
    public void The_name_of_the_osteoporosis_product_does_not_stay_with_the_dose_for_myeloma() => Assert.Equal("denosumab", Written.Element(Build(
        $$$"""{{{{Needed}}},"medicationCodeableConcept":{"text":"Pralia"}}""", TenMilligrams with { DrugId = "denosumab", DoseAmount = 120m })).GetProperty("medicationCodeableConcept").GetProperty("text").GetString());

    [Fact]
    public void A_contained_product_gives_way_with_the_reference_to_it()
    {
        JsonElement changed = Written.Element(Build(
            $$$"""{{{{Needed}}},"contained":[{"resourceType":"Medication","id":"m","code":{"text":"Revlimid 25 mg"}},{"resourceType":"Practitioner","id":"d"}],"medicationReference":{"reference":"#m"}}"""));
        Assert.Equal("lenalidomide", changed.GetProperty("medicationCodeableConcept").GetProperty("text").GetString());
        Assert.False(changed.TryGetProperty("medicationReference", out _));
        Assert.Equal("d", Assert.Single(changed.GetProperty("contained").EnumerateArray()).GetProperty("id").GetString());
    }

    [Theory]
    [InlineData(3, "ベルケイド注射用3mg")]
    [InlineData(2, "bortezomib")]
    public void The_vial_of_a_solution_stays_only_with_a_dose_of_whole_vials(int milligrams, string text)
    {
        JsonElement changed = Written.Element(Build(
            $$$"""{{{{Needed}}},"medicationCodeableConcept":{"coding":[{"system":"urn:oid:1.2.392.100495.20.1.73","code":"4291412D1024"}],"text":"ベルケイド注射用3mg"}}""",
            TenMilligrams with { DrugId = "bortezomib", DoseAmount = milligrams }));
        Assert.Equal(text, changed.GetProperty("medicationCodeableConcept").GetProperty("text").GetString());
    }

    [Fact]
    public void A_draft_in_the_shape_of_R5_comes_back_in_R4()
    {
        JsonElement changed = Written.Element(Build($$$"""{{{{Needed}}},"medication":{"concept":{"text":"lenalidomide"} } }"""));
        Assert.Equal("lenalidomide", changed.GetProperty("medicationCodeableConcept").GetProperty("text").GetString());
        Assert.False(changed.TryGetProperty("medication", out _));
    }

    [Theory]
    [InlineData(5, "mg", false)]
    [InlineData(10, "mg", true)]
    [InlineData(1, "{capsule}", false)]
    public void A_limit_of_the_old_order_stays_only_where_the_new_dose_keeps_it(int limit, string unit, bool stays) => Assert.Equal(stays, Dosage(Build(
        $$$"""{{{{Needed}}},{{{Lenalidomide}}},"dosageInstruction":[{"maxDosePerAdministration":{"value":{{{limit}}},"unit":"{{{unit}}}","system":"http://unitsofmeasure.org","code":"{{{unit}}}"}}]}"""))
        .TryGetProperty("maxDosePerAdministration", out _));

    [Fact]
    public void The_text_is_in_the_language_of_the_reader() =>
        Assert.Equal("レナリドミド10 mg", Dosage(Build($"{{{Needed},{Lenalidomide}}}", TenMilligrams, Language.Japanese)).GetProperty("text").GetString());

    [Fact]
    public void The_draft_that_was_sent_stays_as_it_is()
    {
        MedicationRequest draft = Sent($$$"""{{{{Needed}}},{{{Lenalidomide}}},"dosageInstruction":[{"text":"25 mg"}]}""");
        Assert.NotNull(Change(draft, TenMilligrams, Language.English));
        Assert.Equal("25 mg", draft.DosageInstruction[0].Text);
    }

    [Fact]
    public void A_changed_order_is_valid_for_the_official_validator() => Assert.Empty(OfficialValidator.Errors(Build(
        $$$"""{{{{Needed}}},"medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"602912"}]},"note":[null,{"text":"x"}],"dosageInstruction":{"text":"25 mg"}}""")!));

    private static JsonElement Dosage(MedicationRequest? request) => Written.Element(request).GetProperty("dosageInstruction")[0];

    private static MedicationRequest? Build(string draft, DoseChange? change = null, Language language = Language.English) =>
        SentDraft.Of(draft) is { } sent ? Change(sent, change ?? TenMilligrams, language) : null;

    private static MedicationRequest? Change(MedicationRequest draft, DoseChange change, Language language) =>
        new MedicationRequestChange(Reading.Knowledge, Reading.Codes).Build(draft, change, "Patient/p1", CodeSystemsInUse.RxNorm, language);

    private static MedicationRequest Sent(string json)
    {
        MedicationRequest? draft = SentDraft.Of(json);
        Assert.NotNull(draft);
        return draft;
    }

    private static string Sorted(JsonElement resource) => string.Join('\n', resource.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => m.Name + ": " + JsonSerializer.Serialize(m.Value)));
}
