using Cds.Knowledge.Documents;
using Cds.Knowledge.Loading;

namespace Cds.Knowledge.Tests.Loading;

/// <summary>A citation names a part that its document lists; anything else is a defect with file and line, in an overlay too.</summary>
public sealed class CitationTests
{
    private static readonly IReadOnlyList<KnowledgeFile> Shipped = KnowledgeBaseReader.EmbeddedFiles();

    [Theory]
    [InlineData("jsh-2023#mm-99-cq9", "'jsh-2023' has no part 'mm-99-cq9': did you mean '")]
    [InlineData("jsh-2023#tabel-3", "'jsh-2023' has no part 'tabel-3': did you mean 'table-3'?")]
    [InlineData("jsh-2023#entirely-elsewhere", "'jsh-2023' has no part 'entirely-elsewhere'")]
    [InlineData("jsh-2032#table-3", "unknown document 'jsh-2032' cited: did you mean 'jsh-2023'?")]
    [InlineData("jsh-2023", "'jsh-2023' has to name a document and a part of it, like 'jsh-2023#mm-6-cq4'")]
    [InlineData("MM-99 CQ9", "'MM-99 CQ9' has to name a document and a part of it, like 'jsh-2023#mm-6-cq4'")]
    [InlineData("{ part: jsh-2023#tabel-3 }", "'jsh-2023' has no part 'tabel-3': did you mean 'table-3'?")]
    [InlineData("{ part: jsh-2023#table-3, note: { en: a } }", "the Japanese text ('ja') is missing")]
    [InlineData("{ part: jsh-2023#table-3, page: 4 }", "unknown member 'page'")]
    [InlineData("{ document: jsh-2023, locator: Table 3 }", "a place is no longer a document and a locator ('jsh-2023', 'Table 3'): name the part, 'jsh-2023#table-3'")]
    [InlineData("{ document: jsh-2023, locator: Tabel 3 }", "a place is no longer a document and a locator ('jsh-2023', 'Tabel 3'): name the part, like 'jsh-2023#mm-6-cq4'")]
    public void What_names_no_part_is_a_defect_at_its_line(string citation, string what)
    {
        KnowledgeFile rule = Rule(citation);
        KnowledgeDefect[] defects = [.. Defects(rule)];
        Assert.Contains(defects, d => d.File == rule.Name && d.Line == 4 && d.What.StartsWith(what, StringComparison.Ordinal));
        KnowledgeFile local = rule with { Overlay = "site" };
        Assert.Contains(Defects(local), d => d.File == local.Name && d.Line == 4 && d.What.StartsWith(what, StringComparison.Ordinal));
    }

    [Fact]
    public void A_place_has_both_languages_and_its_note()
    {
        IReadOnlyList<Citation> citations = KnowledgeBaseReader.Read([.. Shipped, Rule("{ part: jsh-2023#table-3, note: { en: second row, ja: 2行目 } }")])
            .Conclusion("test.table").Citations;
        Assert.Equal(("jsh-2023", "Table 3 (second row)", "表3（2行目）"), (citations[0].Document, citations[0].Place.En, citations[0].Place.Ja));
    }

    private static KnowledgeFile Rule(string citation) => new("conclusions/test.table.yaml", $$"""
        id: test.table
        title: { en: Test, ja: テスト }
        citations:
          - {{citation}}
        kind: table
        rows:
          - { value: a, when: { fact: albumin, lt: 3.5 g/dL } }
          - { value: b, otherwise: true }
        """);

    private static IReadOnlyList<KnowledgeDefect> Defects(KnowledgeFile rule) =>
        Assert.Throws<KnowledgeDefectsException>(() => KnowledgeBaseReader.Read([.. Shipped, rule])).Defects;
}
