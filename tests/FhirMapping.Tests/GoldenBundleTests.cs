using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests;

/// <summary>Whole bundles in several dialects, and what they say.</summary>
public sealed class GoldenBundleTests
{
    private static PatientFacts Facts(string file) => Reading.OfBundle(Reading.File(file)).Facts!;

    [Fact]
    public void One_patient_in_many_dialects_at_once() => Assert.Equal(
        """
        beta2-microglobulin 3.3984 2026-11-02T07:00:00 Observation/b2m
        del-17p present 2026-10 Observation/fish
        m-protein-serum 1.2 2026-11-02T10:00:00 DiagnosticReport/dr#m
        recorded-r-iss II 2024-05 Condition/c1
        systolic-bp 118 2026-11-02 Observation/bp
        t-11-14 present 2026-10-02 Observation/variant
        t-14-16 absent 2026-10 Observation/fish
        t-4-14 absent 2026-10 Observation/fish
        condition multiple-myeloma remission 2024-05
        drug daratumumab Administration Ended 2026-10-01T09:00:00 to 2026-10-01T12:00:00
        drug lenalidomide Dispense Ended 2026-10-01 to 2026-10-21
        drug lenalidomide Request Active 2026-09-01 to 2026-09-21 by text
        procedure autologous-transplant 2025-01-10
        allergy aspirin
        note Error Observation/other
        note Information
        """,
        FactSummary.Of(Facts("mixed-dialects.json")));

    [Fact]
    public void Japanese_local_codes_alone_say_the_same_as_international_ones() => Assert.Equal(
        """
        albumin 3.4 2026-09-12 Observation/albumin-3
        albumin 4 2026-11-15 Observation/albumin-12
        beta2-microglobulin 5.6 2026-09-12 Observation/beta-microglobulin-2
        calcium 9.3 2026-09-12 Observation/calcium-5
        calcium 9.2 2026-11-15 Observation/calcium-11
        creatinine 1 2026-09-12 Observation/creatinine-6
        creatinine 0.9 2026-11-15 Observation/creatinine-13
        hemoglobin 9.4 2026-09-12 Observation/hemoglobin-7
        ldh 230 2026-09-12 Observation/ldh-4
        condition multiple-myeloma current 2026-09-01
        drug dexamethasone Statement Active 2026-09-20 to
        drug daratumumab Statement Active 2026-09-20 to
        drug lenalidomide Statement Active 2026-09-20 to
        """,
        FactSummary.Of(Facts("japanese-local-codes.json")));

    [Theory]
    [InlineData("new-eligible.json")]
    [InlineData("smouldering-high-risk.json")]
    [InlineData("lenalidomide-refractory.json")]
    [InlineData("ide-cel-ecog.json")]
    [InlineData("on-acyclovir.json")]
    public void Nothing_of_the_example_patients_is_lost(string file)
    {
        PatientFacts facts = Facts(file);
        Assert.Empty(facts.Notes);
        using var document = System.Text.Json.JsonDocument.Parse(Reading.File(file));
        HashSet<string> read = [.. facts.Observations.Select(o => o.Resource), .. facts.Conditions.Select(c => c.Resource), .. facts.DrugRecords.Select(d => d.Resource), .. facts.Procedures.Select(p => p.Resource)];
        foreach (var entry in document.RootElement.GetProperty("entry").EnumerateArray())
        {
            var resource = entry.GetProperty("resource");
            string type = resource.GetProperty("resourceType").GetString()!;
            if (type != "Patient") Assert.Contains($"{type}/{resource.GetProperty("id").GetString()}", read);
        }
    }

    [Theory]
    [InlineData("mixed-dialects.json")]
    [InlineData("new-eligible.json")]
    [InlineData("poems-met.json")]
    public void The_order_of_resources_and_their_repetition_make_no_difference(string file)
    {
        using var document = System.Text.Json.JsonDocument.Parse(Reading.File(file));
        string[] resources = [.. document.RootElement.GetProperty("entry").EnumerateArray().Select(e => e.GetProperty("resource").GetRawText())];
        string expected = FactSummary.Of(Reading.Of(resources).Facts!);
        Assert.Equal(expected, FactSummary.Of(Reading.Of([.. resources.Reverse()]).Facts!));
        Assert.Equal(expected, FactSummary.Of(Reading.Of([.. resources, .. resources]).Facts!));
    }
}
