using System.Text;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests;

public sealed class PatientFactsReaderTests
{
    private static readonly string Albumin = Fhir.Lab("1751-7", "3.6", "g/dL");

    [Theory]
    [InlineData("[]")]
    [InlineData("\"Bundle\"")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"resourceType":"Patient","id":"p1"}""")]
    [InlineData("""{"resourceType":7}""")]
    public void A_body_that_is_no_bundle_is_a_problem(string json)
    {
        var reading = Reading.OfBundle(json);
        Assert.Null(reading.Facts);
        Assert.StartsWith("$", reading.Problem!.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"resourceType":"Bundle"}""")]
    [InlineData("""{"resourceType":"Bundle","entry":[]}""")]
    [InlineData("""{"resourceType":"Bundle","entry":[null,{},{"resource":null},{"resource":{"resourceType":"Observation"}}]}""")]
    public void A_bundle_without_a_patient_is_a_problem(string json) => Assert.Contains("no Patient", Reading.OfBundle(json).Problem!.Text.En, StringComparison.Ordinal);

    [Fact]
    public void Two_patients_are_a_problem() =>
        Assert.Contains("2 different Patients", Reading.Of(Reading.Patient, """{"resourceType":"Patient","id":"p2"}""").Problem!.Text.En, StringComparison.Ordinal);

    [Fact]
    public void The_same_patient_twice_is_one() => Assert.NotNull(Reading.Of(Reading.Patient, Reading.Patient).Facts);

    [Fact]
    public void The_patient_has_subject_birth_date_and_sex()
    {
        PatientFacts facts = Reading.Facts();
        Assert.Equal(("Patient/p1", "1970-03-02", Sex.Female, RecordedHistory.All), (facts.Subject, facts.BirthDate!.Value.Text, facts.Sex, facts.KnownHistory));
    }

    [Fact]
    public void A_partial_birth_date_stays_partial() =>
        Assert.Equal("1970", Reading.Of("""{"resourceType":"Patient","id":"p1","birthDate":"1970"}""").Facts!.BirthDate!.Value.Text);

    [Fact]
    public void A_patient_without_an_id_is_named_by_the_URL_of_its_entry() =>
        Assert.Equal("Patient/abc", Reading.OfBundle("""{"resourceType":"Bundle","entry":[{"fullUrl":"urn:uuid:abc","resource":{"resourceType":"Patient"}}]}""").Facts!.Subject);

    [Fact]
    public void Bundles_inside_a_bundle_are_opened() =>
        Assert.Equal("3.6", Reading.Facts(Reading.Bundle(Albumin)).Number("albumin"));

    [Fact]
    public void A_resource_that_is_there_twice_counts_once_and_the_newest_version_wins()
    {
        string Version(string value, string updated) => Albumin.Replace("3.6", value, StringComparison.Ordinal).Replace("\"id\":\"o1\"", $"\"id\":\"o1\",\"meta\":{{\"lastUpdated\":\"{updated}\"}}", StringComparison.Ordinal);
        Assert.Equal("3.6", Reading.Facts(Albumin, Albumin).Number("albumin"));
        Assert.Equal("3.9", Reading.Facts(Version("3.9", "2026-11-03T00:00:00Z"), Version("3.6", "2026-11-02T00:00:00Z")).Number("albumin"));
        Assert.Equal("3.9", Reading.Facts(Version("3.6", "2026-11-02T00:00:00Z"), Version("3.9", "2026-11-03T00:00:00Z")).Number("albumin"));
    }

    [Fact]
    public void Of_two_copies_changed_at_the_same_time_the_higher_version_number_wins()
    {
        string Version(string value, string version) => Albumin.Replace("3.6", value, StringComparison.Ordinal).Replace("\"id\":\"o1\"", $"\"id\":\"o1\",\"meta\":{{\"versionId\":\"{version}\",\"lastUpdated\":\"2026-11-02T00:00:00Z\"}}", StringComparison.Ordinal);
        Assert.Equal("3.1", Reading.Facts(Version("3.1", "10"), Version("3.6", "9")).Number("albumin"));
        Assert.Equal("3.1", Reading.Facts(Version("3.6", "9"), Version("3.1", "10")).Number("albumin"));
    }

    [Fact]
    public void Versions_that_differ_are_pointed_out()
    {
        PatientFacts facts = Reading.Facts(Albumin, Albumin.Replace("3.6", "3.9", StringComparison.Ordinal));
        facts.OnlyNote("Observation/o1", "more than once with different content");
    }

    [Fact]
    public void Two_values_of_the_same_time_that_cannot_both_be_true_are_pointed_out_and_kept()
    {
        string Ecog(string id, string value) => Fhir.Own("ecog", $"\"valueInteger\":{value}").Replace("\"id\":\"o1\"", $"\"id\":\"{id}\"", StringComparison.Ordinal);
        PatientFacts facts = Reading.Facts(Ecog("a", "1"), Ecog("b", "3"));
        Assert.Equal(2, facts.Observations.Count);
        facts.OnlyNote("Observation/b", "3 contradicts 1 of the same time (Observation/a)");
        Assert.Empty(Reading.Facts(Ecog("a", "1"), Ecog("b", "1")).Notes);
    }

    [Fact]
    public void Code_systems_of_the_data_are_reported() =>
        Assert.Equal(
            CodeSystemsInUse.Loinc | CodeSystemsInUse.Snomed | CodeSystemsInUse.RxNorm,
            Reading.Of(Reading.Patient, Albumin, Fhir.Condition(Fhir.Concept(Fhir.Snomed, "109989006")), Fhir.Medication("MedicationStatement", "active", Fhir.Concept(Fhir.RxNorm, "342369"))).CodeSystems);

    private static PrefetchPart Part(string key, string type, string? json, bool obtained = true) => new(key, type, json is null ? default : Encoding.UTF8.GetBytes(json), obtained);

    private static PatientFacts Prefetch(params PrefetchPart[] parts) => Reading.Reader.ReadPrefetch("p1", parts).Facts!;

    [Fact]
    public void A_prefetch_is_read_like_a_bundle()
    {
        PatientFacts facts = Prefetch(Part("patient", "Patient", Reading.Patient), Part("observations", "Observation", Reading.Bundle(Albumin)));
        Assert.Equal(("3.6", Sex.Female), (facts.Number("albumin"), facts.Sex));
        Assert.Empty(facts.Notes);
    }

    [Fact]
    public void History_is_known_for_the_parts_that_were_searched()
    {
        PatientFacts facts = Prefetch(
            Part("patient", "Patient", Reading.Patient), Part("conditions", "Condition", """{"resourceType":"Bundle","type":"searchset"}"""), Part("procedures", "Procedure", null),
            Part("allergies", "AllergyIntolerance", null, obtained: false));
        Assert.Equal(RecordedHistory.Conditions | RecordedHistory.Procedures, facts.KnownHistory);
        facts.OnlyNoteOf("allergies: not obtained");
    }

    [Fact]
    public void Medications_are_known_only_when_every_kind_of_record_that_was_asked_for_came()
    {
        PrefetchPart patient = Part("patient", "Patient", Reading.Patient);
        PrefetchPart requests = Part("requests", "MedicationRequest", Reading.Bundle());
        Assert.Equal(RecordedHistory.Medications, Prefetch(patient, requests, Part("statements", "MedicationStatement", null)).KnownHistory);
        Assert.Equal(RecordedHistory.None, Prefetch(patient, requests, Part("statements", "MedicationStatement", null, obtained: false)).KnownHistory);
    }

    [Theory]
    [InlineData("""{"resourceType":"Bundle","link":[{"relation":"next","url":"https://x/2"}],"entry":[]}""")]
    [InlineData("""{"resourceType":"Bundle","total":7,"entry":[]}""")]
    public void A_first_page_is_not_the_whole_history(string page)
    {
        PatientFacts facts = Prefetch(Part("patient", "Patient", Reading.Patient), Part("conditions", "Condition", page));
        Assert.Equal(RecordedHistory.None, facts.KnownHistory);
        facts.OnlyNoteOf("only a part");
    }

    [Fact]
    public void What_came_of_an_incomplete_part_is_used() =>
        Assert.Equal("3.6", Prefetch(Part("patient", "Patient", Reading.Patient), Part("observations", "Observation", Reading.Bundle(Albumin), obtained: false)).Number("albumin"));

    [Fact]
    public void An_OperationOutcome_in_place_of_data_is_nothing_obtained()
    {
        PatientFacts facts = Prefetch(Part("patient", "Patient", Reading.Patient), Part("conditions", "Condition", """{"resourceType":"OperationOutcome","issue":[]}"""));
        Assert.Equal(RecordedHistory.None, facts.KnownHistory);
        facts.OnlyNoteOf("conditions: not obtained");
    }

    [Fact]
    public void Another_patients_Patient_is_reported_and_not_read()
    {
        PatientFacts facts = Prefetch(Part("patient", "Patient", """{"resourceType":"Patient","id":"p2","birthDate":"1950-01-01","gender":"male"}"""));
        Assert.Equal((null, Sex.Unknown), (facts.BirthDate, facts.Sex));
        Assert.Contains(facts.Notes, n => n is { Severity: NoteSeverity.Error, Resource: "Patient/p2" });
    }

    [Fact]
    public void Without_a_patient_age_and_sex_are_unknown() => Prefetch(Part("patient", "Patient", null, obtained: false)).Contains("age and sex are unknown");
}

file static class PrefetchAssertions
{
    public static void OnlyNoteOf(this PatientFacts facts, string words) => Assert.Contains(words, Assert.Single(facts.Notes).Text.En, StringComparison.Ordinal);

    public static void Contains(this PatientFacts facts, string words) => Assert.Contains(facts.Notes, n => n.Text.En.Contains(words, StringComparison.Ordinal));
}
