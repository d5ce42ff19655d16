using Cds.Knowledge.Approvals;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Modules;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Tests.Content;

namespace Cds.Knowledge.Tests.Loading;

/// <summary>Modules stand beside the documents: each can be left out as a whole, and the rest is whole without it.</summary>
public sealed class ModuleTests
{
    private static readonly IReadOnlyList<KnowledgeFile> Files = KnowledgeBaseReader.EmbeddedFiles();

    public static TheoryData<string> Modules => [.. KnowledgeBaseReader.EmbeddedModules()];

    [Fact]
    public void The_modules_that_ship_are_on() =>
        Assert.Equal(KnowledgeBaseReader.EmbeddedModules(), Shipped.Knowledge.Modules.Select(module => module.Id));

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_that_is_left_out_leaves_no_trace(string id)
    {
        KnowledgeBase without = Read(file => file.Module != id);
        Assert.DoesNotContain(without.Modules, module => module.Id == id);
        Assert.DoesNotContain(without.Conclusions, conclusion => conclusion.Origin?.Module == id);
        Assert.DoesNotContain(without.Recommendations, recommendation => recommendation.Origin?.Module == id);
        Assert.DoesNotContain(without.Documents.Values, document => document.Module == id);
        // What only this module brings is gone: entries of the documents and of the other modules are all that is left.
        HashSet<string> brought = [.. Of(Shipped.Knowledge).Except(Of(without))];
        Assert.NotEmpty(brought);
        Assert.Empty(brought.Intersect(Of(Read(file => file.Module is null))));
        Assert.Equal(brought.Order(StringComparer.Ordinal), Of(Read(file => file.Module is null || file.Module == id)).Except(Of(Read(file => file.Module is null))).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_stands_alone(string id) =>
        Assert.Equal([id], Read(file => file.Module is null || file.Module == id).Modules.Select(module => module.Id));

    [Fact]
    public void The_documents_stand_without_modules()
    {
        KnowledgeBase documents = Read(file => file.Module is null);
        Assert.Empty(documents.Modules);
        Assert.All(documents.Recommendations, recommendation => Assert.Null(recommendation.Origin));
        Assert.DoesNotContain(documents.Recommendations, r => r.Information.Any(sentence => sentence.Text.En.StartsWith("Beyond the JSH guideline (", StringComparison.Ordinal)));
    }

    [Fact]
    public void Modules_leave_the_options_of_the_documents_as_they_are()
    {
        KnowledgeBase documents = Read(file => file.Module is null);
        foreach (RecommendationDefinition recommendation in documents.Recommendations)
        {
            RecommendationDefinition withModules = Shipped.Knowledge.Recommendations.Single(other => other.Id == recommendation.Id);
            Assert.Null(withModules.Origin);
            Assert.Equal(recommendation.Options.Select(Named), withModules.Options.Select(Named));
            Assert.Equal(recommendation.Cases.Select(c => c.Id), withModules.Cases.Select(c => c.Id));
        }

        static string Named(OptionDefinition option) => $"{option.Id} {option.Standing} {option.Rules.Count} {option.Orders.Count}";
    }

    [Fact]
    public void A_rule_takes_over_from_its_module_what_it_does_not_say_itself()
    {
        KnowledgeBase knowledge = With(Rule("speaks-from: 2022-05\njurisdiction: us"));
        ModuleOrigin own = knowledge.ConclusionsById["test.stage"].Origin!;
        Assert.Equal(("test", "2022-05", "us", Certainty.Secondary), (own.Module, own.SpeaksFrom.Text, Assert.Single(own.Jurisdictions), own.Certainty));
        Assert.Equal("2026", With(Rule("")).ConclusionsById["test.stage"].Origin!.SpeaksFrom.Text);
    }

    [Theory]
    [InlineData("id: test", "id: tset", "modules/test/module.yaml", "the folder of a module has to be its id 'tset'")]
    [InlineData("speaks-from: 2026", "", "modules/test/module.yaml", "'speaks-from' is missing: the date of the source")]
    [InlineData("jurisdiction: []", "jurisdiction: pj", "modules/test/module.yaml", "unknown jurisdiction 'pj': did you mean 'jp'?")]
    [InlineData("jurisdiction: []", "", "modules/test/module.yaml", "'jurisdiction' is missing: where it holds, [] where that makes no difference")]
    [InlineData("certainty: secondary", "", "modules/test/module.yaml", "'certainty' is missing: read or secondary")]
    [InlineData("certainty: secondary", "certainty: secondary\nnot-covered: [ { drug: teclistamub, what: { en: a, ja: b } } ]", "modules/test/module.yaml", "unknown drug 'teclistamub': did you mean 'teclistamab'?")]
    [InlineData("rule: observation.smm", "rule: observation.smm, module: bispecific", "modules/test/beside.yaml", "no module has the id 'bispecific': did you mean 'bispecifics'? There are bispecifics, stages-and-risk, supportive-care.")]
    [InlineData("rule: observation.smm", "rule: observation.sm", "modules/test/beside.yaml", "unknown recommendation 'observation.sm': did you mean 'observation.smm'?")]
    [InlineData("rules: [test.stage]", "", "modules/test/documents/works.yaml", "the part 'abstract' has neither rules, nor where it is mentioned, nor a reason why it is not computable")]
    [InlineData("id: test.stage", "id: staging.iss", "modules/test/conclusions/test.stage.yaml", "the file name has to be the id 'staging.iss'")]
    public void A_slip_in_a_module_is_named_with_its_place(string right, string wrong, string file, string what)
    {
        KnowledgeFile[] slipped = [.. Module(Rule("")).Select(f => f with { Text = f.Text.Replace(right, wrong, StringComparison.Ordinal) })];
        IReadOnlyList<KnowledgeDefect> defects = Assert.Throws<KnowledgeDefectsException>(() => KnowledgeBaseReader.Read([.. Files, .. slipped])).Defects;
        Assert.Contains(defects, defect => defect.File == file && defect.What == what);
    }

    [Fact]
    public void A_folder_that_does_not_say_what_it_is_is_named()
    {
        KnowledgeFile[] nameless = [.. Module(Rule("")).Where(file => !file.Path.EndsWith("module.yaml", StringComparison.Ordinal))];
        Assert.Contains(Assert.Throws<KnowledgeDefectsException>(() => KnowledgeBaseReader.Read([.. Files, .. nameless])).Defects,
            defect => defect is { File: "modules/test/module.yaml", What: "a module says in this file what it is" });
    }

    [Fact]
    public void What_a_module_says_beside_another_is_there_only_with_that_one()
    {
        static bool Tells(KnowledgeBase knowledge) => knowledge.Recommendations.Any(r => r.Id == "bispecific.step-up" && r.Information.Any(i => i.Text.En.StartsWith("Beyond the JSH guideline (ASTCT 2019)", StringComparison.Ordinal)));
        Assert.True(Tells(Shipped.Knowledge));
        Assert.False(Tells(Read(file => file.Module is null or "bispecifics")));
        Assert.DoesNotContain(Read(file => file.Module is null or "stages-and-risk").Recommendations, r => r.Id == "bispecific.step-up");
    }

    [Fact]
    public void A_module_cannot_replace_what_a_document_says()
    {
        KnowledgeFile iss = Files.Single(file => file.Path == "conclusions/staging.iss.yaml");
        Assert.Contains(Assert.Throws<KnowledgeDefectsException>(() => KnowledgeBaseReader.Read([.. Files, .. Module(Rule("")), iss with { Path = "modules/test/conclusions/staging.iss.yaml" }])).Defects,
            defect => defect.What == "the id 'staging.iss' is defined twice");
    }

    [Fact]
    public void What_belongs_to_modules_only_is_unknown_in_a_rule_of_the_documents()
    {
        KnowledgeFile rule = new("conclusions/test.stage.yaml", Rule("speaks-from: 2022").Replace("test#abstract", "jsh-2023#table-3", StringComparison.Ordinal));
        Assert.Contains(Assert.Throws<KnowledgeDefectsException>(() => KnowledgeBaseReader.Read([.. Files, rule])).Defects, defect => defect.What == "'speaks-from' belongs to a rule of a module");
    }

    [Fact]
    public void Unknown_modules_are_named_with_the_nearest()
    {
        Assert.Empty(KnowledgeBaseReader.UnknownModules(KnowledgeBaseReader.EmbeddedModules()));
        Assert.StartsWith("no module has the id 'stage-and-risk': did you mean 'stages-and-risk'?", Assert.Single(KnowledgeBaseReader.UnknownModules(["stage-and-risk"])), StringComparison.Ordinal);
    }

    [Fact]
    public void An_overlay_that_changes_a_rule_of_a_module_keeps_it_in_the_module()
    {
        KnowledgeFile shipped = Files.Single(file => file.Path == "modules/stages-and-risk/conclusions/poems.risk-factors.yaml");
        KnowledgeBase adapted = KnowledgeBaseReader.Read([.. Files, new KnowledgeFile("conclusions/poems.risk-factors.yaml", shipped.Text.Replace("gt: 50 a", "gt: 55 a", StringComparison.Ordinal)) { Overlay = "site" }]);
        Assert.Equal("stages-and-risk", adapted.ConclusionsById["poems.risk-factors"].Origin!.Module);
    }

    private static KnowledgeBase Read(Func<KnowledgeFile, bool> isOn) => KnowledgeBaseReader.Read([.. Files.Where(isOn)]);

    private static KnowledgeBase With(string rule) => KnowledgeBaseReader.Read([.. Files, .. Module(rule)]);

    /// <summary>Everything that has an id.</summary>
    private static HashSet<string> Of(KnowledgeBase knowledge) =>
    [
        .. knowledge.Facts.Keys.Select(id => "fact " + id), .. knowledge.Conclusions.Select(c => "conclusion " + c.Id), .. knowledge.Recommendations.Select(r => "recommendation " + r.Id),
        .. knowledge.Documents.Keys.Select(id => "document " + id), .. knowledge.Approvals.ById.Keys.Select(id => "approval " + id), .. knowledge.Actions.Keys.Select(id => "action " + id),
        .. knowledge.Conditions.Keys.Select(id => "condition " + id), .. knowledge.Drugs.Keys.Select(id => "drug " + id),
    ];

    private static KnowledgeFile[] Module(string rule) =>
    [
        new("modules/test/module.yaml", "id: test\ntitle: { en: Test module, ja: 試験 }\nabout: { en: Only a test., ja: 試験のみ。 }\nspeaks-from: 2026\njurisdiction: []\ncertainty: secondary\n"),
        new("modules/test/documents/works.yaml", "documents: [ { id: test, short-name: { en: Work, ja: 文献 }, title: { en: A work, ja: ある文献 }, published: '2026', kind: publication, parts: { abstract: { en: abstract, ja: 抄録, rules: [test.stage] } } } ]"),
        new("modules/test/conclusions/test.stage.yaml", rule),
        new("modules/test/beside.yaml", "beside: [ { id: test, rule: observation.smm, citations: [ test#abstract ], information: [ { text: { en: a word beside., ja: 補足。 } } ] } ]"),
    ];

    private static string Rule(string origin) =>
        $"id: test.stage\ntitle: {{ en: Stage, ja: 病期 }}\n{origin}\ncitations: [ test#abstract ]\napplies: {{ conclusion: diagnosis, is: poems }}\nkind: table\nrows: [ {{ value: a, when: {{ fact: albumin, gte: 3 g/dL }} }}, {{ value: b, otherwise: true }} ]\n";
}
