using Cds.Knowledge.Adaptation;
using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Loading;

/// <summary>A clinical number that code computes with stands once: evaluation and texts take it from its entry.</summary>
public sealed class LimitTests
{
    private const string SixtyPercent = """
        limits:
          - id: partial-response-fall
            title: { en: fall for a partial response, ja: 部分奏効に要する減少 }
            value: 60 %
            operator: gte
            citations: [jsh-2023#table-6]
        """;

    private static readonly IReadOnlyList<KnowledgeFile> Files = KnowledgeBaseReader.EmbeddedFiles();

    [Fact]
    public void A_changed_limit_changes_the_answer_and_the_text_of_both_languages()
    {
        KnowledgeBase adapted = With(SixtyPercent);
        Assert.Equal(new CodeAnswer("PR"), ResponseAfterFallTo(2.2m, Shipped.Knowledge));
        Assert.Equal(new CodeAnswer("SD"), ResponseAfterFallTo(2.2m, adapted));
        Assert.Equal(new CodeAnswer("PR"), ResponseAfterFallTo(2.0m, adapted));
        Assert.StartsWith("Serum M-protein down by 50 % or more", Meaning(Shipped.Knowledge).En, StringComparison.Ordinal);
        Assert.StartsWith("Serum M-protein down by 60 % or more", Meaning(adapted).En, StringComparison.Ordinal);
        Assert.StartsWith("血清M蛋白60%以上減少", Meaning(adapted).Ja, StringComparison.Ordinal);
        Assert.Equal(("computations", "partial-response-fall", AdaptationChange.Replaced), Assert.Single(adapted.Adaptations) is var change ? (change.Kind, change.Id, change.Change) : default);
    }

    [Fact]
    public void A_limit_that_code_needs_and_nobody_defines_is_named_with_its_file() =>
        Assert.Contains(Defects("  - id: partial-response-fall\n", "  - id: partial-fall\n"),
            d => d is { File: "computations/response.yaml", What: "the limit 'partial-response-fall' is missing: code computes with it" });

    [Fact]
    public void A_limit_that_nothing_computes_with_is_a_defect_at_its_line() =>
        Assert.Contains(Defects("  - id: partial-response-fall\n", "  - id: partial-fall\n"),
            d => d is { File: "computations/response.yaml", Line: > 1, What: "no computation and no criterion uses the limit 'partial-fall'" });

    [Theory]
    [InlineData("value: 1 g/dL", "value: 10 g/L", "the limit 'measurable-serum-protein' has to be in g/dL, not g/L")]
    [InlineData("value: 1 g/dL", "value: one g/dL", "'value: one g/dL' has to begin with a number above 0")]
    [InlineData("value: 1 g/dL\n    operator: gte", "value: 1 g/dL", "'operator' of limit 'measurable-serum-protein' is missing")]
    [InlineData("value: 1 g/dL\n    operator: gte", "value: 1 g/dL\n    operator: from", "'operator' has to be one of lt, lte, gt, gte, eq, not 'from'")]
    [InlineData("value: 90 d", "value: 90 d\n    operator: lte", "'operator' of limit 'response-baseline' is read by no computation")]
    [InlineData("value: 90 d", "value: 90.5 d", "the limit 'response-baseline' has to be a whole number")]
    [InlineData("  - id: partial-response-urine\n", "  - id: measurable-urine-protein\n", "the limit 'measurable-urine-protein' is defined twice")]
    [InlineData("jsh-2023#table-6", "jsh-2032#table-6", "unknown document 'jsh-2032' cited: did you mean 'jsh-2023'?")]
    public void What_is_wrong_with_a_limit_is_named_at_its_line(string right, string wrong, string what) =>
        Assert.Contains(Defects(right, wrong), d => d is { File: "computations/response.yaml", Line: > 1 } && d.What == what);

    [Fact]
    public void A_text_that_names_no_limit_is_a_defect() => Assert.Contains(
        Assert.Throws<KnowledgeDefectsException>(() => Changed("conclusions/response.yaml", "{complete-response-marrow} plasma", "{complete-response-marow} plasma")).Defects,
        d => d is { File: "conclusions/response.yaml", Line: > 1, What: "unknown placeholder '{complete-response-marow}': did you mean 'complete-response-marrow'?" });

    [Fact]
    public void A_limit_in_one_language_only_is_a_defect() => Assert.Contains(
        Assert.Throws<KnowledgeDefectsException>(() => Changed("conclusions/response.yaml", "骨髄形質細胞{complete-response-marrow}未満", "骨髄形質細胞5%未満")).Defects,
        d => d.What == "only one language names the limit '{complete-response-marrow}'");

    [Fact]
    public void A_limit_that_a_criterion_a_fact_and_a_text_name_changes_them_all()
    {
        KnowledgeBase adapted = With("""
            limits:
              - id: flc-ratio-upper
                title: { en: highest normal ratio, ja: 基準上限 }
                value: 3.1
                citations: [ jsh-2023#table-1 ]
            """);
        Assert.Equal(3.1m, adapted.Facts["flc-ratio"].UpperLimit!.Female);
        FactComparison above = adapted.Conclusion("risk.mgus").Criteria().SelectMany(Parts).OfType<FactComparison>().Single(c => c is { Fact: "flc-ratio", Operator: ComparisonOperator.MoreThan });
        Assert.Equal(3.1m, above.Threshold);
        Assert.Contains("0.26 to 3.1", ((ComputedConclusion)adapted.Conclusion("response")).Meanings["sCR"].En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lt: flc-ratio-lower", "lt: flc-ratio-lowest", "'lt: flc-ratio-lowest' has to begin with a number or be a limit of computations/")]
    [InlineData("gt: flc-ratio-upper", "gt: progression-calcium", "'gt: progression-calcium': the limit is given in mg/dL, fact 'flc-ratio' in none")]
    public void A_criterion_that_names_a_wrong_limit_is_a_defect(string right, string wrong, string what) => Assert.Contains(
        Assert.Throws<KnowledgeDefectsException>(() => Changed("conclusions/risk.mgus.yaml", right, wrong)).Defects, d => d.What == what);

    [Fact]
    public void Hours_may_be_a_limit_too()
    {
        KnowledgeBase adapted = With("""
            limits:
              - id: acute-signs
                title: { en: time of an acute sign, ja: 急性所見の期間 }
                value: 12 h
                citations: [ ide-cel-2023#table-15 ]
            """);
        Assert.All(adapted.Recommendations.Single(r => r.Id == "car-t.crs-management").Information.Select(sentence => sentence.When).OfType<FactWithin>(), within => Assert.Equal(12, within.Hours));
        Assert.Contains(adapted.Recommendations.Single(r => r.Id == "car-t.crs-management").Information, sentence => sentence.When is FactWithin { Fact: "temperature" });
    }

    [Theory]
    [InlineData("acute-sings", "'within-hours: acute-sings' has to be a whole number or a limit of computations/")]
    [InlineData("progression-calcium", "'within-hours: progression-calcium': the limit has to be a whole number of hours")]
    public void Hours_that_are_no_limit_in_hours_are_a_defect(string wrong, string what) => Assert.Contains(
        Assert.Throws<KnowledgeDefectsException>(() => Changed("recommendations/car-t.crs-management.yaml", "temperature, within-hours: acute-signs, gte: 38 Cel", $"temperature, within-hours: {wrong}, gte: 38 Cel")).Defects, d => d.What == what);

    private static IEnumerable<Criterion> Parts(Criterion criterion) => criterion switch
    {
        AnyOf any => any.Parts.SelectMany(Parts),
        AllOf all => all.Parts.SelectMany(Parts),
        _ => [criterion],
    };

    /// <summary>Serum M-protein of 5 g/dL before the line, then twice the given value.</summary>
    private static Answer? ResponseAfterFallTo(decimal value, KnowledgeBase knowledge)
    {
        PatientFacts patient = Build.Myeloma(
            Build.Quantity("m-protein-serum", 5m, 310), Build.Quantity("m-protein-serum", value, 40), Build.Quantity("m-protein-serum", value, 10)) with
        {
            DrugRecords = [new DrugRecord("bortezomib", DrugRecordSource.Statement, DrugRecordStatus.Active, "MedicationStatement/b") { Start = ClinicalDate.OnDay(Build.Day(300)) }],
        };
        return new Assessor(knowledge).Assess(patient, Build.Today).Conclusions.Single(c => c.Id == "response").Value;
    }

    private static LocalizedText Meaning(KnowledgeBase knowledge) => ((ComputedConclusion)knowledge.Conclusion("response")).Meanings["PR"];

    private static KnowledgeBase With(string limits) => KnowledgeBaseReader.Read([.. Files, new KnowledgeFile("computations/site.yaml", limits) { Overlay = "overlay" }]);

    private static KnowledgeBase Changed(string path, string right, string wrong)
    {
        KnowledgeFile file = Files.Single(f => f.Path == path);
        Assert.Contains(right, file.Text, StringComparison.Ordinal);
        return KnowledgeBaseReader.Read([.. Files.Where(f => f != file), file with { Text = file.Text.Replace(right, wrong, StringComparison.Ordinal) }]);
    }

    private static IReadOnlyList<KnowledgeDefect> Defects(string right, string wrong) =>
        Assert.Throws<KnowledgeDefectsException>(() => Changed("computations/response.yaml", right, wrong)).Defects;
}
