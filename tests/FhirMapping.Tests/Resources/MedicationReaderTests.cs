using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Resources;

public sealed class MedicationReaderTests
{
    private static readonly string Lenalidomide = Fhir.Concept(Fhir.RxNorm, "342369");

    private static DrugRecord The(params string[] resources) => Assert.Single(Reading.Facts(resources).DrugRecords);

    private static string Request(string members, string intent = "order", string status = "active") =>
        Fhir.Medication("MedicationRequest", status, Lenalidomide, $"\"id\":\"m1\",\"intent\":\"{intent}\",{members}");

    [Theory]
    [InlineData("order")]
    [InlineData("instance-order")]
    [InlineData("original-order")]
    [InlineData("filler-order")]
    public void An_order_is_exposure(string intent)
    {
        DrugRecord record = The(Request("\"authoredOn\":\"2026-10-01\"", intent));
        Assert.Equal(("lenalidomide", DrugRecordSource.Request, DrugRecordStatus.Active), (record.DrugId, record.Source, record.Status));
        Assert.Equal(("2026-10-01", null), (record.Start!.Value.Text, record.End));
    }

    [Theory]
    [InlineData("proposal")]
    [InlineData("plan")]
    [InlineData("option")]
    public void A_proposal_or_plan_is_no_exposure(string intent)
    {
        var facts = Reading.Facts(Request("\"authoredOn\":\"2026-10-01\"", intent));
        Assert.Empty(facts.DrugRecords);
        facts.OnlyNote("MedicationRequest/m1", "is no order");
    }

    [Theory]
    [InlineData("active", DrugRecordStatus.Active)]
    [InlineData("on-hold", DrugRecordStatus.OnHold)]
    [InlineData("completed", DrugRecordStatus.Ended)]
    [InlineData("stopped", DrugRecordStatus.Ended)]
    public void The_status_of_an_order_says_whether_it_may_run(string status, DrugRecordStatus expected) =>
        Assert.Equal(expected, The(Request("\"authoredOn\":\"2026-10-01\"", status: status)).Status);

    [Theory]
    [InlineData("draft")]
    [InlineData("cancelled")]
    [InlineData("entered-in-error")]
    [InlineData("unknown")]
    public void Orders_that_never_ran_do_not_count(string status)
    {
        var facts = Reading.Facts(Request("\"authoredOn\":\"2026-10-01\"", status: status));
        Assert.Empty(facts.DrugRecords);
        facts.OnlyNote("MedicationRequest/m1", $"status {status}");
    }

    [Fact]
    public void An_order_not_to_give_a_drug_is_no_exposure() => Assert.Empty(Reading.Facts(Request("\"doNotPerform\":true")).DrugRecords);

    [Theory]
    [InlineData("\"authoredOn\":\"2026-10-01\",\"dosageInstruction\":[{\"timing\":{\"repeat\":{\"boundsPeriod\":{\"start\":\"2026-10-05\",\"end\":\"2026-10-25\"}}}}]", "2026-10-05", "2026-10-25")]
    [InlineData("\"authoredOn\":\"2026-10-01\",\"dosageInstruction\":[{\"timing\":{\"repeat\":{\"boundsDuration\":{\"value\":14,\"unit\":\"日\"}}}}]", "2026-10-01", "2026-10-14")]
    [InlineData("\"authoredOn\":\"2026-10-01\",\"dispenseRequest\":{\"expectedSupplyDuration\":{\"value\":28,\"code\":\"d\"}}", "2026-10-01", "2026-10-28")]
    [InlineData("\"authoredOn\":\"2026-10-01\",\"dosageInstruction\":[{\"timing\":{\"event\":[\"2026-10-03\",\"2026-10-10\"]}}]", "2026-10-03", "2026-10-10")]
    [InlineData("\"authoredOn\":\"2026-10-01\",\"dosageInstruction\":[{\"timing\":{\"repeat\":{\"boundsPeriod\":{\"start\":\"2026-10-05\"}}}}],\"dispenseRequest\":{\"expectedSupplyDuration\":{\"value\":28,\"code\":\"d\"}}", "2026-10-05", null)]
    public void The_period_of_an_order(string members, string start, string? end)
    {
        DrugRecord record = The(Request(members));
        Assert.Equal((start, end), (record.Start?.Text, record.End?.Text));
    }

    [Theory]
    [InlineData("active", "\"effectivePeriod\":{\"start\":\"2026-10-01\"}", "2026-10-01", null)]
    [InlineData("completed", "\"effectivePeriod\":{\"start\":\"2026-10-01\",\"end\":\"2026-10-21\"}", "2026-10-01", "2026-10-21")]
    [InlineData("active", "\"effectiveDateTime\":\"2026-10-01\"", "2026-10-01", null)]
    [InlineData("completed", "\"effectiveDateTime\":\"2026-10-01\"", "2026-10-01", "2026-10-01")]
    [InlineData("active", "\"dateAsserted\":\"2026-10-01\"", "2026-10-01", null)]
    [InlineData("active", "\"note\":[]", null, null)]
    public void The_period_of_a_statement(string status, string members, string? start, string? end)
    {
        DrugRecord record = The(Fhir.Medication("MedicationStatement", status, Lenalidomide, "\"id\":\"m1\"," + members));
        Assert.Equal((start, end), (record.Start?.Text, record.End?.Text));
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("not-taken")]
    [InlineData("intended")]
    [InlineData("entered-in-error")]
    public void Statements_that_do_not_say_it_was_taken_do_not_count(string status)
    {
        var facts = Reading.Facts(Fhir.Medication("MedicationStatement", status, Lenalidomide));
        Assert.Empty(facts.DrugRecords);
        facts.OnlyNote("MedicationStatement/m1", $"status {status}");
    }

    [Fact]
    public void An_administration_is_one_dose_at_its_time()
    {
        DrugRecord record = The(Fhir.Medication("MedicationAdministration", "completed", Fhir.Concept(Fhir.RxNorm, "358258"),
            "\"id\":\"m1\",\"effectiveDateTime\":\"2026-11-01T10:30:00+09:00\",\"dosage\":{\"dose\":{\"value\":1.3,\"unit\":\"mg/m^2\"}}"));
        Assert.Equal(("2026-11-01T10:30:00", "2026-11-01T10:30:00"), (record.Start!.Value.Text, record.End!.Value.Text));
        Assert.Equal((1.3m, "mg/m2"), (record.DoseAmount, record.DoseUnit));
    }

    [Theory]
    [InlineData("プラリア皮下注60mgシリンジ", "", 60)]
    [InlineData("Prolia", ",\"dosage\":{\"dose\":{\"value\":1,\"unit\":\"シリンジ\"}}", 60)]
    [InlineData("Prolia", ",\"dosage\":{\"dose\":{\"value\":120,\"unit\":\"mg\"}}", 120)]
    [InlineData("プラリア", ",\"dosage\":{\"dose\":{\"value\":2,\"unit\":\"syringes\"}}", 120)]
    [InlineData("Pralia", "", 60)]
    [InlineData("ランマーク皮下注120mg", "", 120)]
    [InlineData("デノスマブ", "", null)]
    public void A_product_of_one_strength_tells_the_dose_where_the_record_does_not(string text, string dosage, int? milligrams)
    {
        DrugRecord record = The(Fhir.Medication("MedicationAdministration", "completed", $$"""{"text":"{{text}}"}""", $"\"id\":\"m1\",\"effectiveDateTime\":\"2026-11-01\"{dosage}"));
        Assert.Equal(("denosumab", milligrams, milligrams is null ? null : "mg"), (record.DrugId, (int?)record.DoseAmount, record.DoseUnit));
    }

    [Fact]
    public void A_product_of_one_strength_is_known_beside_a_code_and_in_a_medication_of_its_own()
    {
        const string Ingredient = """{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"993449","display":"Prolia"}]}""";
        Assert.Equal(60m, The(Fhir.Medication("MedicationStatement", "active", Ingredient, "\"id\":\"m1\",\"effectiveDateTime\":\"2026-11-01\"")).DoseAmount);
        DrugRecord referenced = The($$$"""
            {"resourceType":"MedicationStatement","id":"m1","status":"active","subject":{"reference":"Patient/p1"},"effectiveDateTime":"2026-11-01",
             "contained":[{"resourceType":"Medication","id":"med","code":{"text":"プラリア皮下注60mgシリンジ"}}],"medicationReference":{"reference":"#med"}}
            """);
        Assert.Equal(("denosumab", 60m), (referenced.DrugId, referenced.DoseAmount));
    }

    [Theory]
    [InlineData("not-done")]
    [InlineData("unknown")]
    [InlineData("entered-in-error")]
    public void An_administration_that_was_not_made_does_not_count(string status) =>
        Assert.Empty(Reading.Facts(Fhir.Medication("MedicationAdministration", status, Lenalidomide, "\"id\":\"m1\",\"effectiveDateTime\":\"2026-11-01\"")).DrugRecords);

    [Theory]
    [InlineData("\"whenHandedOver\":\"2026-10-01\",\"daysSupply\":{\"value\":21,\"unit\":\"day\"}", "2026-10-01", "2026-10-21")]
    [InlineData("\"whenPrepared\":\"2026-10-01\",\"daysSupply\":{\"value\":21}", "2026-10-01", "2026-10-21")]
    [InlineData("\"whenPrepared\":\"2026-09-30\",\"whenHandedOver\":\"2026-10-01\"", "2026-10-01", null)]
    public void A_dispense_runs_from_handing_over_for_the_days_supplied(string members, string start, string? end)
    {
        DrugRecord record = The(Fhir.Medication("MedicationDispense", "completed", Lenalidomide, "\"id\":\"m1\"," + members));
        Assert.Equal((DrugRecordSource.Dispense, start, end), (record.Source, record.Start?.Text, record.End?.Text));
    }

    [Fact]
    public void Dose_and_frequency_are_read()
    {
        DrugRecord record = The(Request("""
            "dosageInstruction":[{"timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"wk"}},
              "doseAndRate":[{"doseQuantity":{"value":40,"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"}}]}]
            """));
        Assert.Equal((40m, "mg", 4m), (record.DoseAmount, record.DoseUnit, record.DosesPer28Days));
    }

    [Fact]
    public void Doses_as_needed_are_no_plan() =>
        Assert.Null(The(Request("\"dosageInstruction\":[{\"asNeededBoolean\":true,\"timing\":{\"repeat\":{\"frequency\":1,\"period\":1,\"periodUnit\":\"d\"}}}]")).DosesPer28Days);

    private static string ByReference(string reference, string more = "") =>
        $$"""{"resourceType":"MedicationRequest","id":"m1","status":"active","intent":"order","subject":{"reference":"Patient/p1"},"medicationReference":{{reference}}{{more}}}""";

    private static readonly string Medication = $$"""{"resourceType":"Medication","id":"med","code":{{Lenalidomide}}}""";

    [Fact]
    public void A_medication_in_the_bundle_is_found() => Assert.Equal("lenalidomide", The(ByReference("{\"reference\":\"Medication/med\"}"), Medication).DrugId);

    [Fact]
    public void A_contained_medication_is_found() =>
        Assert.Equal("lenalidomide", The(ByReference("{\"reference\":\"#med\"}", $",\"contained\":[{Medication}]")).DrugId);

    [Fact]
    public void A_medication_is_found_by_the_URL_of_its_entry()
    {
        string bundle = $$"""
            {"resourceType":"Bundle","type":"collection","entry":[{"resource":{{Reading.Patient}}},
             {"fullUrl":"urn:uuid:5c1a","resource":{"resourceType":"Medication","code":{{Lenalidomide}} } },
             {"resource":{{ByReference("{\"reference\":\"urn:uuid:5c1a\"}")}} }]}
            """;
        Assert.Equal("lenalidomide", Assert.Single(Reading.OfBundle(bundle).Facts!.DrugRecords).DrugId);
    }

    [Fact]
    public void The_ingredients_of_a_medication_without_a_known_code_are_read() =>
        Assert.Equal("lenalidomide", The(
            ByReference("{\"reference\":\"Medication/med\"}"),
            $$"""{"resourceType":"Medication","id":"med","code":{"text":"regimen box"},"ingredient":[{"itemCodeableConcept":{{Lenalidomide}} }]}""").DrugId);

    [Fact]
    public void A_medication_that_is_not_there_is_reported()
    {
        var facts = Reading.Facts(ByReference("{\"reference\":\"Medication/elsewhere\"}"));
        Assert.Empty(facts.DrugRecords);
        facts.OnlyNote("MedicationRequest/m1", "not in the data");
    }

    [Fact]
    public void The_shapes_of_R5_are_recognised_by_content()
    {
        Assert.Equal("lenalidomide", The($$"""{"resourceType":"MedicationRequest","id":"m1","status":"active","intent":"order","subject":{"reference":"Patient/p1"},"medication":{"concept":{{Lenalidomide}} } }""").DrugId);
        Assert.Equal("lenalidomide", The($$"""{"resourceType":"MedicationRequest","id":"m1","status":"active","intent":"order","subject":{"reference":"Patient/p1"},"medication":{"reference":{"reference":"Medication/med"} } }""", Medication).DrugId);
        Assert.Equal(DrugRecordStatus.Ended, The($$"""{"resourceType":"MedicationStatement","id":"m1","status":"recorded","adherence":{"code":{"coding":[{"code":"stopped"}]} },"subject":{"reference":"Patient/p1"},"medication":{"concept":{{Lenalidomide}} },"effectivePeriod":{"start":"2026-01-01","end":"2026-02-01"} }""").Status);
        Assert.Equal("2026-01-01", The($$"""{"resourceType":"MedicationAdministration","id":"m1","status":"completed","subject":{"reference":"Patient/p1"},"medication":{"concept":{{Lenalidomide}} },"occurenceDateTime":"2026-01-01"}""").Start!.Value.Text);
    }

    [Fact]
    public void Records_of_another_release_are_counted_in_one_note()
    {
        string R5(string id) => $$"""{"resourceType":"MedicationRequest","id":"{{id}}","status":"active","intent":"order","subject":{"reference":"Patient/p1"},"authoredOn":"2026-01-01","medication":{"concept":{{Lenalidomide}} } }""";
        PatientFacts facts = Reading.Facts(R5("m2"), R5("m1"));
        Assert.Equal(2, facts.DrugRecords.Count);
        Note note = Assert.Single(facts.Notes);
        Assert.Equal("2 resources are not written as FHIR R4 but as another release of FHIR has it (MedicationRequest/m1 and others); read as far as R4 says the same", note.Text.En);
        Assert.Empty(Reading.Facts(R5("m1").Replace("\"medication\":{\"concept\":" + Lenalidomide + " }", "\"medicationCodeableConcept\":" + Lenalidomide, StringComparison.Ordinal)).Notes);
    }

    [Fact]
    public void Text_identifies_a_drug_when_no_code_does_and_is_marked()
    {
        DrugRecord byText = The(Fhir.Medication("MedicationStatement", "active", """{"coding":[{"system":"http://local.example/drug","code":"D12"}],"text":"レブラミドカプセル5mg"}"""));
        Assert.Equal(("lenalidomide", true), (byText.DrugId, byText.MatchedByText));
        Assert.False(The(Fhir.Medication("MedicationStatement", "active", Lenalidomide)).MatchedByText);
    }

    [Fact]
    public void Of_the_codes_of_one_product_any_known_one_identifies_it() =>
        Assert.Equal("lenalidomide", The(Fhir.Medication("MedicationStatement", "active",
            """{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"643712"},{"system":"http://www.whocc.no/atc","code":"L04AX04"}]}""")).DrugId);

    [Theory]
    [InlineData("doxorubicin", "doxorubicin")]
    [InlineData("ドキシル注20mg", "pegylated-liposomal-doxorubicin")]
    public void The_two_forms_of_doxorubicin_share_an_ATC_code_and_are_told_apart_by_words(string text, string drug) =>
        Assert.Equal(drug, The(Fhir.Medication("MedicationStatement", "active", Fhir.Concept("http://www.whocc.no/atc", "L01DB01", text))).DrugId);

    [Fact]
    public void Drugs_that_the_knowledge_base_does_not_know_are_silent()
    {
        var facts = Reading.Facts(Fhir.Medication("MedicationStatement", "active", """{"text":"amlodipine 5 mg"}"""));
        Assert.Empty(facts.DrugRecords);
        Assert.Empty(facts.Notes);
    }

    [Theory]
    [InlineData("RxNorm", "993456", "denosumab", 60)]
    [InlineData("RxNorm", "993460", "denosumab", 60)]
    [InlineData("RxNorm", "705875", "zoledronic-acid", 5)]
    [InlineData("YJ", "3999423A4027", "zoledronic-acid", 5)]
    [InlineData("YJ", "3999435A1020", "denosumab", 120)]
    public void The_code_of_a_product_alone_tells_what_the_bone_drug_is_given_for(string system, string code, string drug, int milligrams)
    {
        DrugRecord record = The(Fhir.Medication("MedicationAdministration", "completed", Fhir.Concept(Field.CodedFieldTable.Uri(system), code), "\"id\":\"m1\",\"effectiveDateTime\":\"2026-11-01\""));
        Assert.Equal((drug, milligrams, "mg"), (record.DrugId, (int?)record.DoseAmount, record.DoseUnit));
    }

    [Fact]
    public void A_dose_in_capsules_is_converted_and_a_missing_one_is_not_guessed()
    {
        const string Capsules = """{"text":"レブラミドカプセル5mg"}""";
        DrugRecord counted = The(Fhir.Medication("MedicationStatement", "active", Capsules, """
            "id":"m1","dosage":[{"doseAndRate":[{"doseQuantity":{"value":2,"unit":"カプセル"}}]}]
            """));
        Assert.Equal((10m, "mg"), (counted.DoseAmount, counted.DoseUnit));
        Assert.Null(The(Fhir.Medication("MedicationStatement", "active", Capsules)).DoseAmount);
    }
}
