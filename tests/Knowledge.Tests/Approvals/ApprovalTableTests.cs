using Cds.Knowledge.Approvals;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Approvals;

/// <summary>An approval holds from its day on, in its jurisdiction, and nowhere else.</summary>
public sealed class ApprovalTableTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);

    private static readonly ApprovalTable Table = Shipped.Knowledge.Approvals;

    public static IEnumerable<TheoryDataRow<string, string>> Dated() =>
        Table.ById.Values.SelectMany(a => a.Records.Where(r => r is { IsApproved: true, Since: not null }).Select(r => new TheoryDataRow<string, string>(a.Id, r.Jurisdiction)));

    [Theory]
    [MemberData(nameof(Dated))]
    public void Every_approval_holds_from_its_last_possible_day_on(string id, string jurisdiction)
    {
        Approval approval = Table.ById[id];
        DateOnly day = approval.In(jurisdiction)!.Since!.Value.LatestDay;
        Assert.Equal(ApprovalStatus.NotYetApproved, approval.StatusOn(day.AddDays(-1), jurisdiction));
        Assert.Equal(ApprovalStatus.Approved, approval.StatusOn(day, jurisdiction));
        Assert.Equal(ApprovalStatus.Approved, approval.StatusOn(day.AddDays(1), jurisdiction));
    }

    [Theory]
    [InlineData("d-bld.transplant-eligible", "jp", "2025-06-24", "D-BLd not yet approved in Japan on 24 June 2025", "D-BLd国内では2025年6月24日時点で未承認")]
    [InlineData("d-bld.transplant-eligible", "jp", "2025-06-25", "D-BLd approved in Japan since 25 June 2025, as reported", "D-BLd国内では2025年6月25日に承認（報道等による）")]
    [InlineData("d-bld.transplant-eligible", "us", "2024-07-30", "D-BLd approved in the United States since 30 July 2024", "D-BLd米国では2024年7月30日に承認")]
    [InlineData("d-bld.transplant-eligible", "eu", "2024-10-30", "D-BLd not yet approved in the European Union on 30 October 2024", "D-BLd欧州連合では2024年10月30日時点で未承認")]
    [InlineData("d-bld.transplant-eligible", "eu", "2024-10-31", "D-BLd approved in the European Union since October 2024, as reported", "D-BLd欧州連合では2024年10月に承認（報道等による）")]
    [InlineData("selinexor.relapsed", "jp", "2026-11-30", "D-BLd not approved in Japan as of 2022", "D-BLd国内では2022年時点で承認なし")]
    [InlineData("selinexor.relapsed", "us", "2026-11-30", "D-BLd approval in the United States not on record here", "D-BLd米国での承認状況は未収載")]
    [InlineData("mrd-flow.reimbursement", "jp", "2026-11-30", "D-BLd reimbursed in Japan", "D-BLd国内では保険適用あり")]
    [InlineData("mrd-ngs.reimbursement", "jp", "2026-11-30", "D-BLd not reimbursed in Japan as of 2024", "D-BLd国内では2024年時点で保険適用なし")]
    [InlineData("mrd-ngs.reimbursement", "us", "2026-11-30", "D-BLd reimbursement in the United States not on record here", "D-BLd米国での保険適用の状況は未収載")]
    [InlineData("bone-turnover-markers.reimbursement", "jp", "2026-11-30", "D-BLd reimbursed in Japan (mind the rules for charging)", "D-BLd国内では保険適用あり（算定条件に注意）")]
    public void A_text_says_how_it_stood_on_the_day(string id, string jurisdiction, string day, string english, string japanese)
    {
        var text = new LocalizedText($"D-BLd {{approval:{id}}}", $"D-BLd{{approval:{id}}}");
        LocalizedText filled = ApprovalTexts.Fill(text, Table with { Jurisdiction = jurisdiction }, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(new LocalizedText(english, japanese), filled);
    }

    [Fact]
    public void Readers_of_a_rule_see_since_when_it_holds() => Assert.Equal(
        "approved in Japan since 20 November 2025, as reported",
        ApprovalTexts.Fill(new LocalizedText("{approval:daratumumab.smouldering}", "{approval:daratumumab.smouldering}"), Table, null).En);

    [Fact]
    public void What_nobody_looked_up_for_a_year_is_named_with_its_jurisdiction_and_date()
    {
        Assert.DoesNotContain(Table.NotVerifiedSince(Today), e => e.StartsWith("daratumumab.smouldering", StringComparison.Ordinal));
        Assert.DoesNotContain(Table.NotVerifiedSince(new DateOnly(2027, 11, 30)), e => e.StartsWith("daratumumab.smouldering", StringComparison.Ordinal));
        Assert.Contains("daratumumab.smouldering (jp), last checked 2026-11-30", Table.NotVerifiedSince(new DateOnly(2027, 12, 1)));
        Assert.Empty(Table.NotVerifiedSince(Today));
    }

    [Fact]
    public void Nobody_claims_to_have_looked_anything_up_in_the_future() =>
        Assert.All(Table.ById.Values.SelectMany(a => a.Records), record => Assert.True(record.CheckedOn.LatestDay <= Today));

    [Fact]
    public void Nothing_was_looked_up_before_its_source_spoke() => Assert.All(
        Table.ById.Values.SelectMany(a => a.Records).Where(r => r.Since is not null), record => Assert.True(record.CheckedOn.LatestDay >= record.Since!.Value.EarliestDay));

    [Theory]
    [InlineData("jp", true)]
    [InlineData("us", false)]
    [InlineData("eu", false)]
    public void Another_jurisdiction_has_its_own_off_label_drugs(string jurisdiction, bool offLabel)
    {
        KnowledgeBase knowledge = Shipped.Knowledge with { Approvals = Table with { Jurisdiction = jurisdiction } };
        Assert.Equal(offLabel ? ["etoposide", "cisplatin"] : [], knowledge.OffLabelDrugs(knowledge.Regimens["dcep"]));
        Assert.Equal(offLabel ? ["lenalidomide"] : [], knowledge.OffLabelDrugs(knowledge.Regimens["ld-poems"]));
        Assert.Empty(knowledge.OffLabelDrugs(knowledge.Regimens["ld"]));
    }

    [Theory]
    [InlineData("jp", "2025-11-06", false)]
    [InlineData("us", "2025-11-05", false)]
    [InlineData("us", "2025-11-06", true)]
    [InlineData("eu", "2025-07-22", false)]
    [InlineData("eu", "2025-07-23", true)]
    public void Rules_follow_the_jurisdiction_of_the_service(string jurisdiction, string day, bool approved)
    {
        Recommendation smouldering = Assess(jurisdiction, day, "smouldering-myeloma").Recommendations.Single(r => r.Id == "observation.smm");
        Assert.Equal(approved, smouldering.Information.Any(i => i.En.Contains("subcutaneous daratumumab approved in", StringComparison.Ordinal)));
        Assert.Equal(!approved, smouldering.Information.Any(i => i.En.Contains("premature", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("observation.smm")]
    [InlineData("induction.transplant-eligible")]
    [InlineData("induction.transplant-ineligible")]
    public void An_approval_makes_no_option(string recommendation)
    {
        string[][] approved = [.. new[] { "daratumumab.smouldering", "d-bld.transplant-eligible", "isa-bld.untreated" }.Select(id => Table.ById[id].Drugs.Order().ToArray())];
        Assert.All(
            Shipped.Knowledge.Recommendations.Single(r => r.Id == recommendation).Options.Where(o => Shipped.Knowledge.Regimens.ContainsKey(o.Id)),
            option => Assert.DoesNotContain(Shipped.Knowledge.Regimens[option.Id].Drugs.Select(d => d.Drug).Distinct().Order().ToArray(), approved));
    }

    private static Assessment Assess(string jurisdiction, string day, string condition)
    {
        AsOf asOf = AsOf.EndOf(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        KnowledgeBase knowledge = Shipped.Knowledge with { Approvals = Table with { Jurisdiction = jurisdiction } };
        return new Assessor(knowledge).Assess(
            Build.Myeloma() with { Conditions = [new RecordedCondition(condition, true, "Condition/c") { Since = ClinicalDate.OnDay(asOf.Day.AddDays(-60)) }] }, asOf);
    }
}
