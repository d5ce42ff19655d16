using Cds.Knowledge.Coverage;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Tests.Content;

namespace Cds.Knowledge.Tests.Coverage;

/// <summary>Every table, figure and clinical question of the documents has rules, or a reason why it has none.</summary>
public sealed class CoverageTests
{
    private static readonly string[] SourceDocuments = ["jsh-2023", "ide-cel-2023", "jsct-mm20", "poems-2011", "allo-sct-2015"];

    private static readonly IReadOnlyList<KnowledgeFile> Files = KnowledgeBaseReader.EmbeddedFiles();

    [Fact]
    public void All_five_documents_are_listed() =>
        Assert.Equal(SourceDocuments, Shipped.Knowledge.DocumentOrder.Select(id => Shipped.Knowledge.Documents[id]).Where(d => d.IsSource).Select(d => d.Id));

    [Theory]
    [InlineData("table-", 1, 7)]
    [InlineData("mm-1-cq", 1, 5)]
    [InlineData("mm-2-cq", 1, 3)]
    [InlineData("mm-3-cq", 1, 4)]
    [InlineData("mm-4-cq", 1, 3)]
    [InlineData("mm-5-cq", 1, 7)]
    [InlineData("mm-6-cq", 1, 5)]
    [InlineData("al-cq", 1, 3)]
    [InlineData("poems-cq", 1, 3)]
    [InlineData("figure-", 1, 2)]
    public void The_guideline_is_listed_question_by_question(string family, int first, int last)
    {
        string[] parts = [.. Shipped.Knowledge.Documents["jsh-2023"].Parts.Select(part => part.Id)];
        for (int number = first; number <= last; number++) Assert.Contains($"{family}{number}", parts);
    }

    [Fact]
    public void The_page_in_the_documentation_is_the_one_that_the_lists_give() =>
        Assert.Equal(CoverageReport.Write(Shipped.Knowledge), File.ReadAllText(Repository.PathOf("docs", "knowledge", "coverage.md")).ReplaceLineEndings("\n"));

    [Fact]
    public void A_part_that_names_no_rule_that_exists_is_a_defect() => Assert.Contains(
        Defects("rules: [staging.iss]", "rules: [staging.isss]"),
        d => d is { What: "no conclusion, recommendation or regimen has the id 'staging.isss': did you mean 'staging.iss'?", File: "documents/jsh-2023.yaml", Line: > 1 });

    [Fact]
    public void A_part_with_neither_rules_nor_a_reason_is_a_defect() => Assert.Contains(
        Defects("rules: [staging.iss]\n", "\n"), d => d.What.StartsWith("the part 'table-3' has neither rules nor a reason", StringComparison.Ordinal));

    [Fact]
    public void A_part_that_stands_twice_is_a_defect() => Assert.Contains(
        Defects("  mm-6-cq4:", "  mm-6-cq4:\n        { en: a, ja: b }\n      table-1:"), d => d.What == "the part 'table-1' stands twice");

    /// <summary>Japanese places hold no English words; what the Japanese text itself prints in Latin letters is named here.</summary>
    [Fact]
    public void No_place_keeps_an_English_word_in_Japanese()
    {
        string[] latin = ["Grade", "kegg", "japic", "VRd", "lite", "Mel", "Dex"];
        IEnumerable<string> places = Shipped.Knowledge.Documents.Values.SelectMany(document => document.Parts).Select(part => part.Place.Ja).Concat(Notes());
        IEnumerable<string> words = places.SelectMany(place => place.Split([' ', '（', '）', '(', ')', '.', ',', '-', '・', '、', '：', '/'])).Where(word => word.Length > 2 && word.All(char.IsAsciiLetter));
        Assert.Empty(words.Where(word => word.Skip(1).Any(char.IsAsciiLetterLower)).Except(latin));
    }

    private static IEnumerable<string> Notes() => Shipped.Knowledge.Regimens.Values
        .SelectMany(regimen => regimen.Drugs.Select(drug => drug.Source).OfType<Citation>().Concat(regimen.Citations))
        .Concat(Shipped.Knowledge.Recommendations.SelectMany(rule => rule.Citations.Concat(rule.Cases.SelectMany(c => c.Citations))))
        .Concat(Shipped.Knowledge.Conclusions.SelectMany(rule => rule.Citations))
        .Concat(Shipped.Knowledge.Drugs.Values.SelectMany(drug => drug.Rules.SelectMany(rule => rule.Citations).Concat(drug.DoseAdjustments.Select(a => a.Source)).Concat(drug.Forms.SelectMany(f => f.Sources))))
        .Select(citation => citation.Note?.Ja).OfType<string>();

    private static IReadOnlyList<KnowledgeDefect> Defects(string right, string wrong)
    {
        KnowledgeFile file = Files.Single(f => f.Path == "documents/jsh-2023.yaml");
        Assert.Contains(right, file.Text, StringComparison.Ordinal);
        return Assert.Throws<KnowledgeDefectsException>(
            () => KnowledgeBaseReader.Read([.. Files.Where(f => f != file), file with { Text = file.Text.Replace(right, wrong, StringComparison.Ordinal) }])).Defects;
    }
}
