using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Cards;

/// <summary>The staging card as it is read, with the shipped knowledge: one line for each stage, what is needed where one is open, why they differ, and what the record says.</summary>
public sealed class StagesSideBySideTests(RealService service) : IClassFixture<RealService>
{
    private const string Day = "2026-11-10", Thesaurus = "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl", RecordedIssTwo = "C70659";

    private readonly HttpClient _client = service.CreateClient();

    /// <summary>ISS I, R-ISS II and R2-ISS III: LDH and del(17p) count for two of the three.</summary>
    private static readonly JsonNode[] Differing =
    [
        Amount("beta2-microglobulin", 2.9m, "mg/L"), Amount("albumin", 3.9m, "g/dL"), Amount("ldh", 300, "U/L"), Finding("del-17p", true), Finding("t-4-14", false), Finding("t-14-16", false), Finding("gain-1q", false),
    ];

    [Fact]
    public async Task Stages_stand_one_below_the_other_and_those_beyond_the_guideline_are_marked()
    {
        string[] lines = await Lines("en", Differing);
        Assert.Equal("R-ISS stage II", lines[0]);
        Assert.Equal("ISS stage I", lines[1]);
        Assert.Equal("Cytogenetic risk (R-ISS set): high risk", lines[2]);
        Assert.Equal("R2-ISS 2022 (beyond the JSH guideline): stage III", lines[4]);
        Assert.StartsWith("IMS/IMWG risk 2025 (beyond the JSH guideline) undetermined (missing: ", lines[5], StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Japanese_too()
    {
        string[] lines = await Lines("ja", Differing);
        Assert.Equal(["R-ISS病期：Ⅱ期", "ISS病期：Ⅰ期", "染色体リスク（R-ISSの3異常）：高リスク"], lines[..3]);
        Assert.Equal("R2-ISS（2022年、JSHガイドライン以外）：Ⅲ期", lines[4]);
    }

    [Theory]
    [InlineData("en", "ISS I and R2-ISS III or IV differ because ISS counts neither LDH nor genetics.")]
    [InlineData("en", "R-ISS is II although ISS is I: LDH is raised, or one of its high-risk abnormalities is there.")]
    [InlineData("ja", "ISSⅠ期でもR-ISSⅡ期となるのは、LDH高値または高リスク染色体異常があるため。")]
    [InlineData("ja", "ISSⅠ期とR2-ISSⅢ・Ⅳ期の不一致は、ISSがLDHと染色体異常を含まないため。")]
    public async Task Where_stages_differ_it_says_why(string lang, string why) => Assert.Contains(why, await Detail(lang, Differing), StringComparison.Ordinal);

    [Theory]
    [InlineData("en", "R-ISS is II although ISS is III: none of its high-risk abnormalities is there and LDH is not raised.")]
    [InlineData("ja", "ISSⅢ期でもR-ISSⅡ期となるのは、高リスク染色体異常がなくLDHも高値でないため。")]
    public async Task A_lower_stage_of_the_revised_system_is_explained(string lang, string why) => Assert.Contains(
        why, await Detail(lang, [Amount("beta2-microglobulin", 5.5m, "mg/L"), Amount("ldh", 222, "U/L"), Finding("del-17p", false), Finding("t-4-14", false), Finding("t-14-16", false), Finding("gain-1q", false)]), StringComparison.Ordinal);

    [Theory]
    [InlineData("en", "R2-ISS is higher than ISS: it counts LDH, del(17p), t(4;14) and gain of 1q too.", "present", true)]
    [InlineData("ja", "R2-ISSがISSより高いのは、LDH・17p欠失・t(4;14)・1q獲得も数えるため。", "present", true)]
    [InlineData("en", "R2-ISS is higher than ISS", "absent", false)]
    public async Task A_higher_stage_of_the_second_revision_is_explained(string lang, string why, string gain, bool told) => Assert.Equal(
        told, (await Detail(lang, [Amount("beta2-microglobulin", 3.5m, "mg/L"), Amount("ldh", 180, "U/L"), Finding("del-17p", false), Finding("t-4-14", false), Finding("t-14-16", false), Finding("gain-1q", gain == "present")])).Contains(why, StringComparison.Ordinal));

    [Theory]
    [InlineData("en", "The record says ISS II: find out which of the two holds.")]
    [InlineData("ja", "記録されたISSはⅡ期であり、計算した病期と異なる。")]
    public async Task A_recorded_stage_that_differs_comes_before_all_other_remarks(string lang, string said)
    {
        string detail = await Detail(lang, Differing, RecordedIssTwo);
        Assert.Contains(said, detail, StringComparison.Ordinal);
        Assert.DoesNotContain(lang == "en" ? "Median survival" : "生存期間", detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "R-ISS stage I or II (missing: del(17p), t(4;14), t(14;16))", "R2-ISS 2022 (beyond the JSH guideline): stage I, II or III (missing: del(17p), t(4;14), gain of 1q)")]
    [InlineData("ja", "R-ISS病期：Ⅰ期またはⅡ期（不足：17p欠失、t(4;14)転座、t(14;16)転座）", "R2-ISS（2022年、JSHガイドライン以外）：Ⅰ期、Ⅱ期またはⅢ期（不足：17p欠失、t(4;14)転座、1q増幅・獲得）")]
    public async Task An_open_stage_says_what_is_needed(string lang, params string[] expected)
    {
        string[] lines = await Lines(lang, Amount("beta2-microglobulin", 2.9m, "mg/L"), Amount("albumin", 3.9m, "g/dL"), Amount("ldh", 180, "U/L"));
        Assert.All(expected, line => Assert.Contains(line, lines));
        Assert.DoesNotContain(lines, line => line.StartsWith("Cytogenetic risk", StringComparison.Ordinal) || line.StartsWith("染色体リスク", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "beta-2 microglobulin 2.9 mg/L (10 Nov)")]
    [InlineData("ja", "β2ミクログロブリン 2.9 mg/L（11/10）")]
    public async Task The_facts_that_decide_stand_beside_the_stages(string lang, string fact) => Assert.Contains(fact, await Detail(lang, Differing, RecordedIssTwo), StringComparison.Ordinal);

    private async Task<string[]> Lines(string lang, params JsonNode[] observations) => (await Detail(lang, observations)).Split("\n\n")[0].Split("  \n");

    private async Task<string> Detail(string lang, JsonNode[] observations, string? recorded = null)
    {
        JsonObject request = HookRequests.Valid().With("prefetch.conditions", HookRequests.Bundle(Myeloma(recorded))).With("prefetch.chemistry", HookRequests.Bundle(observations));
        foreach (string key in new[] { "medicationRequests", "medicationStatements", "medicationAdministrations", "medicationDispenses", "procedures" }) request.With("prefetch." + key, HookRequests.Bundle());
        Answer answer = await _client.PostJsonAsync($"{HookRequests.PatientView}?asOf=2026-11-20&lang={lang}", request);
        JsonElement card = answer.Cards.EnumerateArray().Single(card => card.GetProperty("extension").GetProperty("org.myeloma-cds.assessment").GetProperty("id").GetString() == "staging.iss");
        Assert.Empty(GlanceRules.Faults(card));
        return card.GetProperty("detail").GetString()!;
    }

    private static JsonObject Myeloma(string? recorded)
    {
        var condition = new JsonObject
        {
            ["resourceType"] = "Condition",
            ["id"] = "mm",
            ["subject"] = new JsonObject { ["reference"] = "Patient/p1" },
            ["code"] = Coded("http://snomed.info/sct", "109989006"),
            ["recordedDate"] = Day,
        };
        if (recorded is not null) condition["stage"] = new JsonArray(new JsonObject { ["summary"] = Coded(Thesaurus, recorded) });
        return condition;
    }

    private static JsonObject Coded(string system, string code) => new() { ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code }) };

    private static JsonObject Amount(string fact, decimal value, string unit) => HookRequests.Quantity(fact, value, unit, Day);

    private static JsonObject Finding(string fact, bool present) => HookRequests.Observation(fact, Day, "valueCodeableConcept", new JsonObject { ["text"] = present ? "present" : "absent" });
}
