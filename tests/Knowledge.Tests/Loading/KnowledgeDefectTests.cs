using Cds.Knowledge.Loading;

namespace Cds.Knowledge.Tests.Loading;

/// <summary>What authors do wrong is named with file and line, all at once.</summary>
public sealed class KnowledgeDefectTests
{
    private static readonly IReadOnlyList<KnowledgeFile> Shipped = KnowledgeBaseReader.EmbeddedFiles();

    [Fact]
    public void Unknown_fact_in_a_criterion() => Assert.Contains(
        Defects("conclusions/staging.iss.yaml", "fact: albumin", "fact: albumen"), d => d.What == "unknown fact 'albumen': did you mean 'albumin'?" && d.Line > 1);

    [Fact]
    public void Threshold_in_another_unit_than_the_fact() => Assert.Contains(
        Defects("conclusions/staging.iss.yaml", "3.5 mg/L", "3.5 g/L"), d => d.What.Contains("the unit of fact 'beta2-microglobulin' is mg/L", StringComparison.Ordinal));

    [Fact]
    public void Missing_translation() => Assert.Contains(
        Defects("recommendations/prophylaxis.herpes-zoster.yaml", "  ja: ", "  jp: "), d => d.What == "the Japanese text ('ja') is missing");

    [Fact]
    public void Member_that_nobody_reads() => Assert.Contains(
        Defects("recommendations/prophylaxis.herpes-zoster.yaml", "topic:", "tpoic:"), d => d is { What: "unknown member 'tpoic': did you mean 'topic'?", Line: > 0 });

    [Fact]
    public void Document_that_does_not_exist() => Assert.Contains(
        Defects("conclusions/staging.iss.yaml", "jsh-2023#table-3", "jsh-2032#table-3"), d => d.What == "unknown document 'jsh-2032' cited: did you mean 'jsh-2023'?");

    [Fact]
    public void Citation_left_out() => Assert.Contains(
        Defects("conclusions/staging.iss.yaml", "citations:", "citation:"), d => d.What.Contains("say where it comes from", StringComparison.Ordinal));

    [Fact]
    public void Grade_with_words_in_one_language() => Assert.Contains(
        Defects("recommendations/prophylaxis.herpes-zoster.yaml", "grade: 2A", "grade: 2A (others)"), d => d.What == "the grade '2A (others)' has words: give it in both languages (en, ja)");

    [Fact]
    public void Unknown_option() => Assert.Contains(
        Defects("recommendations/prophylaxis.herpes-zoster.yaml", "- id: acyclovir", "- id: aciclovir"), d => d.What.StartsWith("unknown option 'aciclovir'", StringComparison.Ordinal));

    [Fact]
    public void Value_that_a_conclusion_cannot_have() => Assert.Contains(
        Defects("conclusions/staging.r-iss.yaml", "is: III", "is: IV"), d => d.What == "conclusion 'staging.iss' has no value 'IV': did you mean 'I' or 'II'?");

    [Theory]
    [InlineData("drug: lenalidomide", "drug: lenalidomid", "unknown drug 'lenalidomid': did you mean 'lenalidomide'?")]
    [InlineData("pieces: [2.5, 5]", "pieces: [2.5, five]", "'five' is no strength")]
    [InlineData("pieces: [2.5, 5]", "pieces: [0, 5]", "'0' is no strength")]
    [InlineData("pieces: [2.5, 5]", "pieces: []", "either 'pieces' or 'step' has to be given")]
    [InlineData("pieces: [2.5, 5]", "pieces: [2.5, 5]\n    step: 1", "either 'pieces' or 'step' has to be given")]
    [InlineData("step: 0.1", "step: 0", "'step' has to be above 0")]
    [InlineData("sources: [ { part: label-jp-lenalidomide", "source: [ { part: label-jp-lenalidomide", "strengths and limits need 'sources'")]
    [InlineData("part: label-jp-lenalidomide#", "part: label-jp-lenalidomida#", "unknown document 'label-jp-lenalidomida' cited: did you mean 'label-jp-lenalidomide'?")]
    public void Form_of_a_drug_that_nobody_can_give(string right, string wrong, string what) =>
        Assert.Contains(Defects("drugs/forms.yaml", right, wrong), d => d.What == what);

    [Theory]
    [InlineData("conclusions/staging.iss.yaml", "fact: albumin, at: baseline, gte:", "fact: albumin, at: baselin, gte:", "not 'baselin': did you mean 'baseline'?")]
    [InlineData("conclusions/staging.iss.yaml", "{ fact: albumin, at", "{ fcat: albumin, at", "did you mean 'fact'?")]
    [InlineData("conclusions/staging.iss.yaml", "gte: 3.5 g/dL", "gtee: 3.5 g/dL", "unknown member 'gtee': did you mean 'gte'?")]
    [InlineData("conclusions/staging.iss.yaml", "kind: table", "kind: tabel", "unknown kind of conclusion 'tabel': did you mean 'table'?")]
    [InlineData("recommendations/prophylaxis.herpes-zoster.yaml", "on-drug-of-class: proteasome-inhibitor", "on-drug-of-class: proteasom-inhibitor", "did you mean 'proteasome-inhibitor'?")]
    [InlineData("recommendations/prophylaxis.herpes-zoster.yaml", "topic: prophylaxis", "topic: profylaxis", "unknown topic 'profylaxis': did you mean 'prophylaxis'?")]
    public void What_an_author_may_have_meant_is_named(string file, string right, string wrong, string hint) =>
        Assert.Contains(Defects(file, right, wrong), d => d.Line > 0 && d.What.EndsWith(hint, StringComparison.Ordinal));

    [Fact]
    public void All_mistakes_are_named_at_once_and_none_twice()
    {
        KnowledgeDefect[] defects = [.. Defects("conclusions/staging.iss.yaml", "at: baseline", "at: baselin")];
        Assert.Equal(3, defects.Length);
        Assert.All(defects, d => Assert.EndsWith("not 'baselin': did you mean 'baseline'?", d.What, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("recorded: false", "'recorded' can only be true; leave it out otherwise")]
    [InlineData("recorded: true, known: true", "'known' asks about the record already: 'recorded' stands beside another test")]
    public void Recorded_stands_beside_a_test(string members, string what) => Assert.Contains(
        Defects("conclusions/staging.iss.yaml", "{ fact: albumin, at: baseline, gte: 3.5 g/dL }", "{ fact: albumin, at: baseline, gte: 3.5 g/dL, " + members + " }"), d => d.What == what);

    [Fact]
    public void File_that_does_not_bear_the_id()
    {
        KnowledgeFile iss = Shipped.Single(f => f.Path == "conclusions/staging.iss.yaml");
        KnowledgeFile[] renamed = [.. Shipped.Where(f => f != iss), iss with { Path = "conclusions/iss.yaml" }];
        Assert.Contains(Assert.Throws<KnowledgeDefectsException>(() => KnowledgeBaseReader.Read(renamed)).Defects, d => d.What.Contains("the file name has to be the id", StringComparison.Ordinal));
    }

    [Fact]
    public void Id_defined_twice()
    {
        KnowledgeFile iss = Shipped.Single(f => f.Path == "conclusions/staging.iss.yaml");
        KnowledgeFile[] doubled = [.. Shipped, iss with { Path = "conclusions/again/staging.iss.yaml" }];
        Assert.Contains(Assert.Throws<KnowledgeDefectsException>(() => KnowledgeBaseReader.Read(doubled)).Defects, d => d.What == "the id 'staging.iss' is defined twice");
    }

    [Fact]
    public void Two_rows_with_the_same_condition()
    {
        const string Text = """
            id: test.table
            title: { en: Test, ja: テスト }
            citations: [jsh-2023#table-3]
            kind: table
            rows:
              - { value: a, when: { fact: albumin, lt: 3.5 g/dL } }
              - { value: b, when: { fact: albumin, lt: 3.5 g/dL } }
            """;
        Assert.Contains(With("conclusions/test.table.yaml", Text), d => d.What.Contains("none can be reached alone", StringComparison.Ordinal));
    }

    [Fact]
    public void Conclusions_that_read_each_other_in_a_circle()
    {
        const string Text = """
            id: test.circle
            title: { en: Test, ja: テスト }
            citations: [jsh-2023#table-3]
            applies: { conclusion: test.other, is: a }
            kind: table
            rows:
              - { value: a, when: { always: true } }
              - { value: b, otherwise: true }
            """;
        KnowledgeFile[] files =
        [
            .. Shipped,
            new KnowledgeFile("conclusions/test.circle.yaml", Text),
            new KnowledgeFile("conclusions/test.other.yaml", Text.Replace("test.other", "test.x", StringComparison.Ordinal).Replace("test.circle", "test.other", StringComparison.Ordinal).Replace("test.x", "test.circle", StringComparison.Ordinal)),
        ];
        Assert.Contains(Assert.Throws<KnowledgeDefectsException>(() => KnowledgeBaseReader.Read(files)).Defects, d => d.What.Contains("in a circle", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_that_is_no_yaml_names_the_line() =>
        Assert.Contains(With("conclusions/broken.yaml", "id: x\nkind: 'table"), d => d is { File: "conclusions/broken.yaml", Line: > 0 } && d.What.StartsWith("not valid YAML", StringComparison.Ordinal));

    [Fact]
    public void Text_on_which_the_parser_gives_up_is_a_defect_too() =>
        Assert.Contains(With("conclusions/broken.yaml", "id: [\nx: y: z"), d => d.File == "conclusions/broken.yaml" && d.What.StartsWith("not valid YAML", StringComparison.Ordinal));

    [Fact]
    public void Derived_fact_without_code() => Assert.Contains(
        Defects("facts/derived.yaml", "- id: age", "- id: ages"), d => d.What.Contains("no code derives fact 'ages'", StringComparison.Ordinal));

    [Fact]
    public void Evidence_term_without_Japanese() => Assert.Contains(
        Defects("trials/castor.yaml", "endpoint: PFS", "endpoint: time to something"), d => d.What.Contains("has no Japanese ('time')", StringComparison.Ordinal));

    [Fact]
    public void Several_defects_are_listed_at_once() => Assert.True(
        Defects("conclusions/staging.iss.yaml", "fact: albumin", "fact: albumen", ("jsh-2023#table-3", "none#table-3")).Count >= 2);

    private static IReadOnlyList<KnowledgeDefect> Defects(string path, string from, string to, (string From, string To)? more = null)
    {
        KnowledgeFile file = Shipped.Single(f => f.Path == path);
        Assert.Contains(from, file.Text, StringComparison.Ordinal);
        string text = file.Text.Replace(from, to, StringComparison.Ordinal);
        if (more is { } m) text = text.Replace(m.From, m.To, StringComparison.Ordinal);
        KnowledgeFile[] files = [.. Shipped.Where(f => f != file), file with { Text = text }];
        return Assert.Throws<KnowledgeDefectsException>(() => KnowledgeBaseReader.Read(files)).Defects;
    }

    private static IReadOnlyList<KnowledgeDefect> With(string path, string text) =>
        Assert.Throws<KnowledgeDefectsException>(() => KnowledgeBaseReader.Read([.. Shipped, new KnowledgeFile(path, text)])).Defects;
}
