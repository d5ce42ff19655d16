using System.Text.RegularExpressions;
using Cds.Knowledge.Loading;

namespace Cds.Knowledge.Tests.Approvals;

/// <summary>No approval stands in prose, where it has no date, no source and nobody who looks it up again.</summary>
public sealed partial class ApprovalProseTests
{
    /// <summary>The table itself, and the documents, whose parts say what a document prints.</summary>
    private static bool HoldsApprovals(string path) => KnowledgeFile.InLayout(path) is "approvals.yaml" || KnowledgeFile.InLayout(path).StartsWith("documents/", StringComparison.Ordinal);

    public static TheoryData<string> Files() => [.. KnowledgeBaseReader.EmbeddedFiles().Select(f => f.Path).Where(path => !HoldsApprovals(path))];

    [Theory]
    [MemberData(nameof(Files))]
    public void No_text_speaks_of_an_approval(string path) =>
        Assert.Empty(Prose(KnowledgeBaseReader.EmbeddedFiles().Single(f => f.Path == path).Text));

    [Theory]
    [InlineData("en: Approved in Japan since August")]
    [InlineData("en: off-label in Japan")]
    [InlineData("en: not covered by insurance")]
    [InlineData("en: reimbursed in Japan")]
    [InlineData("en: licensed for this")]
    [InlineData("ja: 本邦未承認")]
    [InlineData("ja: 国内適応外")]
    [InlineData("ja: 保険適用に注意")]
    [InlineData("ja: 公知申請により")]
    public void Such_a_text_is_found(string line) => Assert.NotEmpty(Prose(line));

    [Theory]
    [InlineData("when: { off-label: lenalidomide.al-amyloidosis }")]
    [InlineData("when: { approved: daratumumab.smouldering }")]
    [InlineData("code: off-label")]
    [InlineData("en: daratumumab {approval:daratumumab.smouldering}")]
    [InlineData("ja: 腎機能低下のみで移植適応外とはしない")]
    [InlineData("# An approval makes no option")]
    public void What_asks_the_table_is_no_prose(string line) => Assert.Empty(Prose(line));

    private static string[] Prose(string text) =>
        [.. text.Split('\n').Where(line => !line.TrimStart().StartsWith('#')).Select(line => Data().Replace(line, "")).Where(line => Words().IsMatch(line))];

    [GeneratedRegex(@"\{approval:[^}]*\}|(approved|off-label): [a-z0-9.-]+|code: off-label")]
    private static partial Regex Data();

    [GeneratedRegex("approv|off-label|unlicen|licen[sc]ed|reimburs|insurance|承認|(?<!移植)適応外|適用外|保険適[用応]|保険診療|保険収載|公知申請", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
