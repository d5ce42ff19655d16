using Cds.Knowledge.Adaptation;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Values;
using Cds.Knowledge.Vignettes;

namespace Cds.Knowledge.Tests.Loading;

/// <summary>A site's overlay adds, replaces and switches off entries, with the same checks as the content that ships.</summary>
public sealed class OverlayTests
{
    private static readonly IReadOnlyList<KnowledgeFile> Files = KnowledgeBaseReader.EmbeddedFiles();

    [Fact]
    public void Without_an_overlay_nothing_is_adapted()
    {
        Assert.Empty(Shipped.Knowledge.Adaptations);
        Assert.Same(Formulary.Unrestricted, Shipped.Knowledge.Formulary);
    }

    [Fact]
    public void The_version_says_that_knowledge_is_local() => Assert.Equal(Shipped.Knowledge.Version + "+hospital.3", With(("knowledge-base.yaml", "version: hospital.3")).Version);

    [Fact]
    public void A_rule_with_the_same_id_replaces_the_whole_rule_and_its_threshold_counts()
    {
        string iss = Text("conclusions/staging.iss.yaml").Replace("gte: 3.5 g/dL", "gte: 4.0 g/dL", StringComparison.Ordinal);
        KnowledgeBase adapted = With(("conclusions/staging.iss.yaml", iss));
        PatientFacts patient = Build.Myeloma(Build.Quantity("beta2-microglobulin", 3.0m), Build.Quantity("albumin", 3.6m));
        Assert.Equal(new CodeAnswer("I"), Stage(Shipped.Knowledge, patient));
        Assert.Equal(new CodeAnswer("II"), Stage(adapted, patient));
        LocalAdaptation change = Assert.Single(adapted.Adaptations);
        Assert.Equal(("conclusions", "staging.iss", AdaptationChange.Replaced), (change.Kind, change.Id, change.Change));
        Assert.StartsWith("overlay/conclusions/staging.iss.yaml:1", change.Place, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_of_a_list_replaces_only_itself()
    {
        KnowledgeBase adapted = With(("facts/local.yaml", """
            facts:
              - id: ldh
                title: { en: LDH of this site, ja: 当院LDH }
                kind: quantity
                unit: U/L
                current-days: 30
                baseline-days: 90
                upper-limit: 240
                local-reason: { en: another method, ja: 測定法が異なる }
            """));
        Assert.Equal(240m, adapted.Facts["ldh"].UpperLimit!.Male);
        Assert.Equal(Shipped.Knowledge.Facts.Count, adapted.Facts.Count);
        Assert.Equal("LDH of this site (changed): another method", Assert.Single(adapted.Adaptations).Text.En);
    }

    [Fact]
    public void A_rule_can_be_switched_off()
    {
        KnowledgeBase adapted = With(("recommendations/prophylaxis.herpes-zoster.yaml", "id: prophylaxis.herpes-zoster\ndisabled: true\nlocal-reason: { en: house rule, ja: 院内規定 }"));
        Assert.DoesNotContain(adapted.Recommendations, r => r.Id == "prophylaxis.herpes-zoster");
        Assert.Equal(AdaptationChange.SwitchedOff, Assert.Single(adapted.Adaptations).Change);
    }

    [Fact]
    public void Vignettes_of_a_rule_that_is_switched_off_are_left_out()
    {
        KnowledgeBase adapted = With(("recommendations/mrd.assessment.yaml", "id: mrd.assessment\ndisabled: true"));
        VignetteSuiteResult results = VignetteSuite.Run(adapted);
        Assert.Empty(results.Of("mrd.assessment"));
        Assert.All(results.Results, result => Assert.True(result.Passed, $"{result.Vignette}: {string.Join("; ", result.Differences)}"));
    }

    [Fact]
    public void Switching_off_what_other_rules_read_is_a_defect() => Assert.Contains(
        Defects(("conclusions/staging.iss.yaml", "id: staging.iss\ndisabled: true")), d => d.What.StartsWith("unknown conclusion 'staging.iss'", StringComparison.Ordinal) && d.File == "conclusions/staging.r-iss.yaml");

    [Fact]
    public void Switching_off_what_does_not_exist_is_a_defect() => Assert.Contains(
        Defects(("recommendations/nothing.yaml", "id: nothing\ndisabled: true")), d => d.What.StartsWith("'nothing' is switched off here", StringComparison.Ordinal));

    [Fact]
    public void Defects_name_the_file_of_the_overlay_and_the_line() => Assert.Contains(
        Defects(("conclusions/staging.iss.yaml", Text("conclusions/staging.iss.yaml").Replace("fact: albumin", "fact: albumen", StringComparison.Ordinal))),
        d => d is { File: "overlay/conclusions/staging.iss.yaml", What: "unknown fact 'albumen': did you mean 'albumin'?", Line: > 5 });

    [Fact]
    public void A_file_that_nobody_would_read_is_a_defect() => Assert.Contains(
        Defects(("recomendations/x.yaml", "id: x")), d => d.What.StartsWith("no knowledge is read from this file", StringComparison.Ordinal));

    [Fact]
    public void Documents_that_the_site_cites_can_be_added() => Assert.Equal("House rules", With(("documents.yaml", """
        documents:
          - id: house-rules
            short-name: { en: House rules, ja: 院内規定 }
            title: { en: House rules, ja: 院内規定 }
            published: "2026"
            kind: guideline
        """)).Documents["house-rules"].ShortName.En);

    [Fact]
    public void A_drug_that_is_not_on_the_formulary_is_no_option_and_the_reason_is_kept()
    {
        KnowledgeBase adapted = With(("formulary.yaml", "excluded-drugs: [ { drug: acyclovir, reason: { en: not stocked, ja: 在庫なし } } ]"));
        PatientFacts patient = Build.Myeloma() with
        {
            DrugRecords = [new DrugRecord("bortezomib", DrugRecordSource.Statement, DrugRecordStatus.Active, "MedicationStatement/b") { Start = ClinicalDate.OnDay(Build.Day(10)) }],
        };
        Recommendation zoster = new Assessor(adapted).Assess(patient, Build.Today).Recommendations.Single(r => r.Id == "prophylaxis.herpes-zoster");
        Assert.Equal(["valacyclovir"], zoster.Options.Select(o => o.Id));
        ExcludedOption excluded = zoster.Excluded.Single(o => o.Id == "acyclovir");
        Assert.Equal("formulary", excluded.Reason.Code);
        Assert.Contains("not stocked", excluded.Reason.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_drug_in_the_formulary_is_a_defect() => Assert.Contains(
        Defects(("formulary.yaml", "excluded-drugs: [ { drug: aciclovir, reason: { en: x, ja: y } } ]")), d => d.What == "unknown drug 'aciclovir': did you mean 'acyclovir'?");

    [Fact]
    public void Rules_that_rest_on_a_changed_fact_are_marked_through_other_conclusions()
    {
        KnowledgeBase adapted = With(("formulary.yaml", "excluded-drugs: [ { drug: carfilzomib, reason: { en: x, ja: y } } ]"),
            ("conclusions/staging.iss.yaml", Text("conclusions/staging.iss.yaml")));
        var adaptations = new AdaptationsOfRules(adapted);
        Assert.Contains(adaptations.Of("staging.r-iss"), a => a.Id == "staging.iss");
        Assert.Contains(adaptations.Of("relapse.first"), a => a.Id == "carfilzomib");
        Assert.Empty(adaptations.Of("prophylaxis.herpes-zoster"));
    }

    [Theory]
    [InlineData("computations/site.yaml", "limits:\n  - { id: partial-response-fall, title: { en: fall, ja: 減少 }, value: 60 %, operator: gte, citations: [jsh-2023#table-6] }", "partial-response-fall", "response", "staging.iss")]
    [InlineData("computations/site.yaml", "limits:\n  - { id: line-gap, title: { en: gap, ja: 間隔 }, value: 90 d, citations: [jsh-2023#table-6] }", "line-gap", "relapse.first", "prophylaxis.herpes-zoster")]
    [InlineData("computations/site.yaml", "limits:\n  - { id: forgotten-order, title: { en: order, ja: オーダー }, value: 90 d, citations: [jsh-2023#table-6] }", "forgotten-order", "prophylaxis.herpes-zoster", "staging.iss")]
    [InlineData("computations/site.yaml", "limits:\n  - { id: correction-albumin, title: { en: albumin, ja: アルブミン }, value: 4.1 g/dL, citations: [jsh-2023#table-1] }", "correction-albumin", "bone.calcium-vitamin-d", "therapy.exposed")]
    [InlineData("computations/site.yaml", "limits:\n  - { id: clearance-outdated-rise, title: { en: rise, ja: 上昇 }, value: 30 %, operator: gte, citations: [jsh-2023#mm-1-cq2] }", "clearance-outdated-rise", "safety.renal-dose", "therapy.exposed")]
    [InlineData("windows.yaml", "windows:\n  - { id: laboratory, current-days: 60, baseline-days: 90, baseline-days-asymptomatic: 400 }", "laboratory", "staging.iss", "therapy.exposed")]
    public void A_changed_limit_or_window_shows_on_what_it_decides_and_nowhere_else(string path, string text, string id, string rule, string other)
    {
        var adaptations = new AdaptationsOfRules(With((path, text)));
        Assert.Equal(id, Assert.Single(adaptations.Of(rule)).Id);
        Assert.Empty(adaptations.Of(other));
    }

    [Fact]
    public void A_changed_dose_table_shows_on_every_rule_and_regimen_with_the_drug()
    {
        string drugs = Files.Single(file => file.Path == "drugs/lenalidomide.yaml").Text;
        string changed = drugs.Replace("dose: 5 mg", "dose: 2.5 mg", StringComparison.Ordinal);
        Assert.NotEqual(drugs, changed);
        var adaptations = new AdaptationsOfRules(With(("drugs/site.yaml", changed)));
        foreach (string rule in new[] { "induction.transplant-ineligible", "maintenance.post-transplant", "safety.renal-dose", "d-ld" }) Assert.Contains(adaptations.Of(rule), a => a.Id == "lenalidomide");
        Assert.Empty(adaptations.Of("staging.iss"));
    }

    [Fact]
    public void The_worked_example_adds_a_fact_a_staging_table_a_regimen_and_a_rule_as_data_alone()
    {
        string folder = Repository.PathOf("docs", "examples", "overlay");
        KnowledgeBase adapted = KnowledgeBaseReader.Read([.. Files, .. KnowledgeBaseReader.OverlayFiles(folder)]);
        Assert.Equal(["example-marker", "example.offer", "example.stage", "site-bd"], adapted.Adaptations.Select(a => a.Id).Order(StringComparer.Ordinal));
        VignetteSuiteResult results = VignetteSuite.Run(adapted);
        Assert.Equal(3, results.Of("example.stage").Count());
        Assert.All(results.Of("example.stage").Concat(results.Of("example.offer")), result => Assert.True(result.Passed, string.Join("; ", result.Differences)));
    }

    [Fact]
    public void An_overlay_vignette_takes_the_place_of_the_one_with_its_name_and_failures_are_told()
    {
        const string Name = "albumin 3.4 is below 3.5 and makes it stage II";
        KnowledgeBase adapted = With(("vignettes/staging.iss.yaml", $$"""
            - name: {{Name}}
              asOf: 2026-11-20
              conditions: [ { condition: multiple-myeloma } ]
              facts: []
              expect: { staging.iss: { value: II } }
            """));
        VignetteResult own = VignetteSuite.Run(adapted).Results.Single(result => result.Vignette.Name == Name);
        Assert.False(own.Passed);
        Assert.StartsWith("overlay/", own.Vignette.File, StringComparison.Ordinal);
    }

    private static Answer? Stage(KnowledgeBase knowledge, PatientFacts patient) =>
        new Assessor(knowledge).Assess(patient, Build.Today).Conclusions.Single(c => c.Id == "staging.iss").Value;

    private static string Text(string path) => Files.Single(f => f.Path == path).Text;

    private static KnowledgeBase With(params (string Path, string Text)[] overlay) =>
        KnowledgeBaseReader.Read([.. Files, .. overlay.Select(f => new KnowledgeFile(f.Path, f.Text) { Overlay = "overlay" })]);

    private static IReadOnlyList<KnowledgeDefect> Defects(params (string Path, string Text)[] overlay) =>
        Assert.Throws<KnowledgeDefectsException>(() => With(overlay)).Defects;
}
