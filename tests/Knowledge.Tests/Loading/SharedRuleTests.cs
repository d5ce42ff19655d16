using Cds.Knowledge.Adaptation;
using Cds.Knowledge.Criteria;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;

namespace Cds.Knowledge.Tests.Loading;

/// <summary>Rules, criteria, texts, options and orders that are written once in <c>rules/</c> and named by their id.</summary>
public sealed class SharedRuleTests
{
    private static readonly IReadOnlyList<KnowledgeFile> Files = KnowledgeBaseReader.EmbeddedFiles();

    private const string Rule = """
        id: test.rule
        title: { en: Test, ja: テスト }
        topic: safety
        citations: [jsh-2023#table-3]
        summary: { en: Test, ja: テスト }
        detail: test-detail
        applies: { all: [ { is: test-criterion }, { sex: female } ] }
        order-reason: { en: because, ja: 理由 }
        options:
          - ldh
          - { ids: [albumin, calcium], standing: alternative, rules: [test-rule] }
        """;

    private const string Shared = """
        criteria:
          - { id: test-criterion, when: { all: [ { fact: albumin, lt: 3 g/dL }, { is: test-inner } ] } }
          - { id: test-inner, when: { fact: ldh, above-upper-limit: true } }
        rules:
          - { id: test-rule, when: { is: test-inner }, standing: caution, code: test, reason: test-detail }
        texts:
          - { id: test-detail, en: Written once, ja: 一度だけ }
        options:
          - { id: ldh, standing: recommended, order: { en: LDH, ja: LDH } }
        """;

    

    [Fact]
    public void What_is_named_stands_as_if_it_were_written_there()
    {
        RecommendationDefinition rule = Read(Rule, Shared).Recommendations.Single(r => r.Id == "test.rule");
        Assert.Equal("Written once", rule.Detail.En);
        Assert.Equal(3, Assert.IsType<AllOf>(rule.Applies).Parts.Count);
        Assert.Equal(["ldh", "albumin", "calcium"], rule.Options.Select(o => o.Id));
        ServiceOrder order = Assert.IsType<ServiceOrder>(Assert.Single(rule.Options[0].Orders));
        Assert.Equal(("ldh", "LDH", "because"), (order.For, order.Text.En, order.Reason.En));
        Assert.All(rule.Options.Skip(1), o => Assert.Equal(("test", "Written once"), (Assert.Single(o.Rules).Code, o.Rules[0].Reason.En)));
    }

    [Theory]
    [InlineData("detail: test-detail", "detail: test-details", 6, "unknown shared text 'test-details': no file in rules/ has it: did you mean 'test-detail'?")]
    [InlineData("is: test-criterion", "is: test-criteria", 7, "unknown shared criterion 'test-criteria': no file in rules/ has it: did you mean 'test-criterion'?")]
    [InlineData("rules: [test-rule]", "rules: [test-rules]", 11, "unknown shared rule 'test-rules': no file in rules/ has it: did you mean 'test-rule'?")]
    [InlineData("- ldh", "- ldh-again", 10, "unknown shared option 'ldh-again': no file in rules/ has it")]
    [InlineData("ids: [albumin, calcium]", "ids: [albumin, calcum]", 11, "unknown option 'calcum': no regimen, drug, fact, procedure or action has this id: did you mean 'calcium'?")]
    public void What_does_not_exist_is_named_with_its_line(string right, string wrong, int line, string what) => Assert.Contains(
        Defects(Rule.Replace(right, wrong, StringComparison.Ordinal), Shared), d => d.File == "recommendations/test.rule.yaml" && d.Line == line && d.What == what);

    [Theory]
    [InlineData("is: test-criterion", "fact: albumin, lt: 3 g/dL", "nothing names the shared criterion 'test-criterion'", 2)]
    [InlineData("rules: [test-rule]", "rules: []", "nothing names the shared rule 'test-rule'", 5)]
    public void What_nobody_names_is_a_defect(string named, string instead, string what, int line) => Assert.Contains(
        Defects(Rule.Replace(named, instead, StringComparison.Ordinal), Shared), d => d.File == "rules/test.yaml" && d.Line == line && d.What == what);

    [Fact]
    public void A_criterion_that_names_itself_is_a_defect() => Assert.Contains(
        Defects(Rule, Shared.Replace("fact: ldh, above-upper-limit: true", "is: test-criterion", StringComparison.Ordinal)),
        d => d.File == "rules/test.yaml" && d.What == "the shared criterion 'test-criterion' names itself");

    [Fact]
    public void An_id_defined_twice_is_a_defect() => Assert.Contains(
        Defects(Rule, Shared + "\n  - { id: ldh, standing: caution }"), d => d.What == "the shared option 'ldh' is defined twice");

    [Fact]
    public void A_site_changes_a_shared_rule_for_all_that_name_it_and_the_answers_say_so()
    {
        KnowledgeFile local = new("rules/local.yaml", """
            rules:
              - id: frail-triplet
                when: { conclusion: relapse.doublet-first, is: "yes" }
                standing: avoid
                code: frailty
                reason: { en: Two drugs at this hospital, ja: 当院では2剤併用 }
            """) { Overlay = "overlay" };
        KnowledgeBase adapted = KnowledgeBaseReader.Read([.. Files, local]);
        var changes = new AdaptationsOfRules(adapted);
        foreach (string id in new[] { "relapse.first", "relapse.further" })
        {
            Assert.Contains(adapted.Recommendations.Single(r => r.Id == id).Options.SelectMany(o => o.Rules), r => r is { Code: "frailty", Standing: Standing.Avoid });
            Assert.Equal("frail-triplet", Assert.Single(changes.Of(id)).Id);
        }

        Assert.Empty(changes.Of("relapse.bcma-directed"));
    }

    private static KnowledgeBase Read(string rule, string shared) =>
        KnowledgeBaseReader.Read([.. Files, new KnowledgeFile("recommendations/test.rule.yaml", rule), new KnowledgeFile("rules/test.yaml", shared)]);

    private static IReadOnlyList<KnowledgeDefect> Defects(string rule, string shared) => Assert.Throws<KnowledgeDefectsException>(() => Read(rule, shared)).Defects;
}
