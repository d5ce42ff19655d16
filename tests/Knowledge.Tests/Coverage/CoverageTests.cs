using Cds.Knowledge.Coverage;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Tests.Content;

namespace Cds.Knowledge.Tests.Coverage;

/// <summary>Every table, figure and clinical question of the documents has rules, or a reason why it has none.</summary>
public sealed class CoverageTests
{
    private static readonly string[] SourceDocuments = ["jsh-2023", "ide-cel-2023", "jsct-mm20", "poems-2011", "allo-sct-2015"];

    private static readonly IReadOnlyList<CoverageEntry> Entries = CoverageReader.ReadEmbedded(Shipped.Knowledge);

    [Fact]
    public void All_five_documents_are_listed() => Assert.Equal(SourceDocuments, Entries.Select(entry => entry.Document).Distinct());

    [Theory]
    [InlineData("Table", 1, 7)]
    [InlineData("MM-1 CQ", 1, 5)]
    [InlineData("MM-2 CQ", 1, 3)]
    [InlineData("MM-3 CQ", 1, 4)]
    [InlineData("MM-4 CQ", 1, 3)]
    [InlineData("MM-5 CQ", 1, 7)]
    [InlineData("MM-6 CQ", 1, 5)]
    [InlineData("AL CQ", 1, 3)]
    [InlineData("POEMS CQ", 1, 3)]
    [InlineData("Figure", 1, 2)]
    public void The_guideline_is_listed_question_by_question(string family, int first, int last)
    {
        string[] locators = [.. Entries.Where(entry => entry.Document == "jsh-2023").SelectMany(entry => entry.Locators)];
        for (int number = first; number <= last; number++)
            Assert.Contains(family.EndsWith("CQ", StringComparison.Ordinal) ? $"{family}{number}" : $"{family} {number}", locators);
    }

    [Fact]
    public void The_page_in_the_documentation_is_the_one_that_the_lists_give() => Assert.Equal(
        CoverageReport.Write(Shipped.Knowledge, Entries), File.ReadAllText(Repository.PathOf("docs", "knowledge", "coverage.md")).ReplaceLineEndings("\n"));

    [Fact]
    public void An_entry_that_names_no_rule_that_exists_is_a_defect() => Assert.Contains(
        Defects("{ locators: [Table 1], title: { en: a, ja: b }, rules: [staging.isss] }"), d => d is { What: "no conclusion, recommendation or regimen has the id 'staging.isss'", Line: > 0 });

    [Fact]
    public void An_entry_with_neither_rules_nor_a_reason_is_a_defect() => Assert.Contains(
        Defects("{ locators: [Table 1], title: { en: a, ja: b } }"), d => d.What.Contains("neither rules nor a reason", StringComparison.Ordinal));

    [Fact]
    public void A_rule_that_cites_a_part_which_no_entry_lists_is_a_defect() => Assert.Contains(
        Defects("{ locators: [Table 1], title: { en: a, ja: b }, rules: [diagnosis] }"), d => d.What == "'staging.iss' cites 'Table 3', which no entry lists");

    [Theory]
    [InlineData("MM-1 CQ1", true)]
    [InlineData("MM-1 CQ1, CQ2", true)]
    [InlineData("MM-1 CQ10", false)]
    [InlineData("MM-2 CQ1", false)]
    public void A_locator_stands_for_its_parts_and_not_for_its_neighbours(string cited, bool expected) =>
        Assert.Equal(expected, new CoverageEntry("jsh-2023", ["MM-1 CQ1"], new("a", "b"), [], null).Holds(new("jsh-2023", cited)));

    private static IReadOnlyList<KnowledgeDefect> Defects(string entry) => Assert.Throws<KnowledgeDefectsException>(
        () => CoverageReader.Read(Shipped.Knowledge, [new KnowledgeFile("jsh-2023.yaml", $"document: jsh-2023\nentries:\n  - {entry}\n")])).Defects;
}
