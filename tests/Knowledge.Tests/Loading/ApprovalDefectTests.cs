using Cds.Knowledge.Loading;

namespace Cds.Knowledge.Tests.Loading;

/// <summary>What is wrong with an approval is named with file and line.</summary>
public sealed class ApprovalDefectTests
{
    private static readonly IReadOnlyList<KnowledgeFile> Shipped = KnowledgeBaseReader.EmbeddedFiles();

    [Theory]
    [InlineData("id: isa-bld.untreated", "id: d-bld.transplant-eligible", "the id 'd-bld.transplant-eligible' is defined twice")]
    [InlineData("drugs: [carfilzomib]", "drugs: [carfilzomibe]", "unknown drug 'carfilzomibe'")]
    [InlineData("off-label-for: poems", "off-label-for: poem", "unknown condition 'poem'")]
    [InlineData("drugs: [cisplatin]", "drugs: [cisplatin, etoposide]", "'off-label-for' is about one drug")]
    [InlineData("jurisdiction: jp, status: approved, since: 2025-06-25", "jurisdiction: japan, status: approved, since: 2025-06-25", "unknown jurisdiction 'japan'")]
    [InlineData("jurisdiction: us, status: approved, since: 2024-07-30", "jurisdiction: jp, status: approved, since: 2024-07-30", "jurisdiction 'jp' stands twice")]
    [InlineData("status: approved, since: 2025-06-25", "status: filed, since: 2025-06-25", "'status' has to be approved or not-approved, not 'filed'")]
    [InlineData("status: not-approved, since: 2022,", "status: not-approved,", "'since' is missing: of what is not approved it says the time the source speaks from")]
    [InlineData("since: 2025-06-25", "since: June 2025", "'since: June 2025' has to be a year, a month or a day")]
    [InlineData("since: 2025-06-25", "since: 2025-06-31", "'since: 2025-06-31' has to be a year, a month or a day")]
    [InlineData("checked-on: 2026-11-30", "checked-on: yesterday", "'checked-on: yesterday' has to be a year, a month or a day")]
    [InlineData(", checked-on: 2026-11-30", "", "'checked-on' is missing: when did somebody look it up?")]
    [InlineData(", certainty: secondary", "", "'certainty' is missing")]
    [InlineData("source: fda-2024-d-vrd#announcement, ", "", "'source' is missing")]
    [InlineData("fda-2024-d-vrd#announcement", "fda-2042-d-vrd#announcement", "unknown document 'fda-2042-d-vrd' cited: did you mean 'fda-2024-d-vrd'?")]
    [InlineData("certainty: secondary", "certanty: secondary", "unknown member 'certanty'")]
    public void A_slip_in_the_table_is_named(string right, string wrong, string what) =>
        Assert.Contains(Defects("approvals.yaml", right, wrong), d => d is { File: "approvals.yaml", Line: > 1 } && d.What.StartsWith(what, StringComparison.Ordinal));

    [Fact]
    public void An_approval_without_any_jurisdiction_says_nothing() => Assert.Contains(
        Defects("approvals.yaml", "approvals:\n", "approvals:\n  - { id: x.y, title: { en: x, ja: 甲 }, indication: { en: y, ja: 乙 }, in: [] }\n"),
        d => d is { File: "approvals.yaml", Line: > 1, What: "'in' names no jurisdiction" });

    [Theory]
    [InlineData("approved: daratumumab.smouldering", "approved: daratumumab.smoldering", "unknown approved 'daratumumab.smoldering'")]
    [InlineData("{approval:daratumumab.smouldering}. The", "{approval:daratumumab.smoldering}. The", "nothing fills '{approval:daratumumab.smoldering}' in this text")]
    [InlineData("は{approval:daratumumab.smouldering}。", "は承認済み。", "the two languages have different placeholders")]
    public void A_rule_names_an_approval_that_exists(string right, string wrong, string what) => Assert.Contains(
        Defects("recommendations/observation.smm.yaml", right, wrong),
        d => d is { File: "recommendations/observation.smm.yaml", Line: > 1 } && d.What.StartsWith(what, StringComparison.Ordinal));

    private static IReadOnlyList<KnowledgeDefect> Defects(string path, string right, string wrong)
    {
        KnowledgeFile file = Shipped.Single(f => f.Path == path);
        Assert.Contains(right, file.Text, StringComparison.Ordinal);
        int at = file.Text.IndexOf(right, StringComparison.Ordinal);
        string text = file.Text[..at] + wrong + file.Text[(at + right.Length)..];
        return Assert.Throws<KnowledgeDefectsException>(() => KnowledgeBaseReader.Read([.. Shipped.Where(f => f != file), file with { Text = text }])).Defects;
    }
}
