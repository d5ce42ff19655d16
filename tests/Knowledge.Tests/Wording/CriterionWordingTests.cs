using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Wording;

/// <summary>Criteria read as a clinician would say them, thresholds with operator and unit as the source prints them.</summary>
public sealed class CriterionWordingTests
{
    private static readonly CriterionWording Wording = new(Shipped.Knowledge);

    public static TheoryData<Criterion, string, string> Cases() => new()
    {
        { new FactComparison("albumin", FactTime.Baseline, ComparisonOperator.AtLeast, 3.5m), "serum albumin (before treatment) 3.5 g/dL or more", "（治療前） 3.5 g/dL以上" },
        { new FactComparison("albumin", FactTime.Current, ComparisonOperator.LessThan, 3.5m), "serum albumin below 3.5 g/dL", "3.5 g/dL未満" },
        { new FactComparison("albumin", FactTime.Current, ComparisonOperator.MoreThan, 3.5m), "serum albumin above 3.5 g/dL", "3.5 g/dL超" },
        { new FactComparison("albumin", FactTime.Current, ComparisonOperator.AtMost, 3.5m), "serum albumin 3.5 g/dL or less", "3.5 g/dL以下" },
        { new FactPresence("del-17p", FactTime.Ever, true), "del(17p) (at any time) present", "あり" },
        { new NoneOf([new FactKnown("ldh", FactTime.Current)]), "no value of lactate dehydrogenase (LDH) is on record", "記録がない" },
        { new FactLimit("ldh", FactTime.Baseline, true, 0m, 1m), "lactate dehydrogenase (LDH) (before treatment) above the upper reference limit (of the result, else 222 U/L)", "基準値上限" },
        { new FactLimit("bilirubin", FactTime.Current, true, 0m, 1.5m), "bilirubin above 1.5 times the upper reference limit", "1.5倍" },
        { new ForMaintenance(true), "given for maintenance", "維持療法として" },
        { new ForMaintenance(false), "given for anything other than maintenance", "維持療法以外" },
        { new OnDrugOfClass("proteasome-inhibitor"), "a drug of the class proteasome inhibitor running", "投与中" },
        { new RefractoryTo("lenalidomide", false), "refractory to lenalidomide", "抵抗性" },
        { new GivenDrug(["denosumab"]) { WithinDays = 42, MinimumDose = 120m, DoseUnit = "mg" }, "denosumab given in doses of 120 mg or more within 42 days", "（1回120 mg以上）（42日以内）" },
        { new GivenDrug(["tocilizumab"]) { WithinHours = 24, Times = 3, Since = SinceEvent.CarTInfusion }, "tocilizumab given at least 3 times within 24 hours since the latest CAR-T infusion", "24時間以内" },
        { new GivenDrug(["teclistamab"]) { Latest = true, WithinDays = 7 }, "the latest dose of teclistamab given within 7 days", "直近の投与（7日以内）" },
        { new GivenTogether(["bortezomib", "melphalan"]), "given together: bortezomib + melphalan", "ボルテゾミブ＋メルファランの併用歴あり" },
        { new FactWithin("dental-check", 183 * 24, new FactPresence("dental-check", FactTime.Current, true)) { Days = 183 }, "dental check present within 183 days", "（183日以内）" },
        { new ConditionRecorded(["renal-failure"], ConditionStatus.History, true, null), "severe renal failure (in the past only)", "既往のみ" },
        { new ConclusionIs("staging.iss", ["I", "III"]), "ISS stage: stage I or stage III", "Ⅰ期またはⅢ期" },
        { new ConclusionComparison("therapy.lines", ComparisonOperator.AtLeast, 2m), "2 or more", "2以上" },
        { new AtLeast(2, [new OnDrug(["aspirin"]), new OnDrug(["warfarin"]), new SexIs(Sex.Female)]), "at least 2 of (aspirin running; warfarin running; woman)", "次のうち2つ以上" },
        { new AllOf([new Always()]), "every patient", "全例" },
        { new InJurisdiction(["jp", "us"]), "the service answers for Japan or the United States", "対象地域が国内または米国" },
        { new Unsettled(new FactComparison("albumin", FactTime.Current, ComparisonOperator.Equal, 3m)), "open, because sources differ, where (serum albumin exactly 3 g/dL)", "判定しない" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_criterion_reads_as_a_clinician_says_it(Criterion criterion, string english, string partOfJapanese)
    {
        LocalizedText sentence = Wording.Of(criterion).Sentence;
        Assert.Contains(english, sentence.En, StringComparison.Ordinal);
        Assert.Contains(partOfJapanese, sentence.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_criterion_of_the_content_has_words_in_both_languages_without_a_gap()
    {
        IEnumerable<Criterion> criteria =
        [
            .. Shipped.Knowledge.Conclusions.SelectMany(c => c.Criteria()), .. Shipped.Knowledge.Recommendations.SelectMany(r => r.Criteria()),
            .. Shipped.Knowledge.Drugs.Values.SelectMany(d => d.Rules.Select(r => r.When).Concat(d.Bands.Select(a => a.When)).Concat(d.ToConfirm.Select(c => c.When))),
            .. Shipped.Knowledge.Regimens.Values.SelectMany(r => r.Drugs).SelectMany(d => d.Bands).Select(a => a.When),
        ];
        foreach (Criterion criterion in criteria)
        {
            LocalizedText sentence = Wording.Of(criterion).Sentence;
            Assert.DoesNotContain("{", sentence.En + sentence.Ja, StringComparison.Ordinal);
            Assert.NotEqual(sentence.En, sentence.Ja);
        }
    }
}
