using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Tests.Criteria;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Therapy;

/// <summary>A dose table stands once, with its drug: condition, finding, texts, orders and the doses of regimens come from it.</summary>
public sealed class DoseBandTests
{
    private const string Drugs = "drugs/lenalidomide.yaml";
    private const string Below60 = "{ fact: creatinine-clearance, gte: 30 mL/min, lt: 60 mL/min }\n        dose: 10 mg";

    [Fact]
    public void One_change_of_a_band_changes_the_order_rule_its_texts_and_the_regimens()
    {
        KnowledgeBase changed = Changed(Drugs, Below60, "{ fact: creatinine-clearance, gte: 30 mL/min, lt: 50 mL/min }\n        dose: 5 mg");
        Assert.Empty(Judged(changed, 50m, Ordered.Order("lenalidomide", 25m)));
        Recommendation rule = Assert.Single(Judged(changed, 49.9m, Ordered.Order("lenalidomide", 10m)));
        Assert.Equal("Lenalidomide: the dose is 5 mg once a day (creatinine clearance 30 to below 50 mL/min)", rule.Summary.En);
        Assert.Equal("レナリドミド：用量は5 mgを1日1回（クレアチニンクリアランス30以上50 mL/min未満）", rule.Summary.Ja);
        DoseChange change = Assert.IsType<DoseChange>(Assert.Single(Assert.Single(rule.Options).Orders));
        Assert.Equal((5m, "mg"), (change.DoseAmount, change.DoseUnit));
        Assert.StartsWith("Lenalidomide 5 mg once a day (creatinine clearance 30 to below 50 mL/min)", change.Text.En, StringComparison.Ordinal);

        Recommendation first = Assess(changed, 49.9m).Recommendations.Single(r => r.Id == "induction.transplant-ineligible");
        DrugOrder draft = first.Options.Single(o => o.Id == "d-ld").Orders.OfType<DrugOrder>().Single(o => o.DrugId == "lenalidomide");
        Assert.Equal(5m, draft.DoseAmount);
        Assert.Contains("5 mg once a day (creatinine clearance 30 to below 50 mL/min)", draft.Text.En, StringComparison.Ordinal);
        Assert.Contains(first.Options.Single(o => o.Id == "d-ld").ToConfirm, t => t.Ja == "レナリドミド：5 mgを1日1回（クレアチニンクリアランス30以上50 mL/min未満）");
    }

    [Theory]
    [InlineData("{ fact: creatinine-clearance, gte: 50 mL/min, lte: 60 mL/min }", "dose: 3.5 mg", "3.5 mg (creatinine clearance 50 to 60 mL/min)", "3.5 mg（クレアチニンクリアランス50以上60 mL/min以下）")]
    [InlineData("{ fact: creatinine-clearance, gt: 60 mL/min }", "dose: 4 mg", "4 mg (creatinine clearance above 60 mL/min)", "4 mg（クレアチニンクリアランス 60 mL/min超）")]
    [InlineData("{ fact: age, gte: 75 a }", "dose: 20 mg, frequency: 1 per 1 wk", "20 mg once a week (age 75 years or more)", "20 mgを週1回（年齢 75歳以上）")]
    [InlineData("{ conclusion: frailty, is: frail }, for: { en: frail, ja: フレイル }", "dose: 20 mg, frequency: 2 per 1 d", "20 mg twice a day (frail)", "20 mgを1日2回（フレイル）")]
    [InlineData("{ fact: body-surface-area, gt: 2 m2 }", "dose: 50 mg/m2, frequency: 1 per 4 wk", "50 mg/m2 every 4 weeks (body surface area above 2 m2)", "50 mg/m2を4週ごと（体表面積 2 m2超）")]
    [InlineData("{ condition: renal-failure }", "not-given: true", "not given [renal failure (current)]", "投与しない［腎不全（現在）］")]
    [InlineData("{ fact: weight, lt: 40 kg }", "frequency: 1 per 2 d", "dose to be chosen by the prescriber (body weight below 40 kg)", "用量は処方医が決定（体重 40 kg未満）")]
    public void Every_kind_of_band_is_worded_the_same_way_without_code_of_its_own(string when, string dose, string english, string japanese)
    {
        KnowledgeBase changed = Changed("drugs/other-anti-myeloma.yaml", "  - id: selinexor\n", $$"""
              - id: selinexor
                bands: [ { when: {{when}}, {{dose}}, source: jsh-2023#mm-5-cq3 } ]

            """);
        DoseBand band = Assert.Single(changed.Drugs["selinexor"].Bands);
        Assert.Equal(new LocalizedText(english, japanese), band.Text);
    }

    [Theory]
    [InlineData(10, 28, false)]
    [InlineData(10, 56, true)]
    [InlineData(5, 56, false)]
    [InlineData(10, null, false)]
    [InlineData(15, 14, true)]
    [InlineData(null, 28, true)]
    public void A_daily_band_allows_its_dose_once_and_half_of_it_twice_a_day(int? milligrams, int? doses, bool due) =>
        Assert.Equal(due, Judged(Content.Shipped.Knowledge, 45m, Ordered.Order("lenalidomide", milligrams, doses: doses)).Any(r => r.Status == RecommendationStatus.Due));

    [Theory]
    [InlineData(15, 14, false)]
    [InlineData(15, 28, true)]
    [InlineData(15, null, true)]
    [InlineData(5, null, false)]
    [InlineData(5, 28, false)]
    [InlineData(5, 56, true)]
    [InlineData(2.5, 56, false)]
    public void A_band_of_rarer_doses_has_to_be_proven_and_allows_its_other_dose_too(double milligrams, int? doses, bool due) =>
        Assert.Equal(due, Judged(Content.Shipped.Knowledge, 20m, Ordered.Order("lenalidomide", (decimal)milligrams, doses: doses)).Any(r => r.Status == RecommendationStatus.Due));

    [Fact]
    public void A_line_with_days_of_its_own_says_them_in_both_languages()
    {
        DoseBand weekly = Assert.Single(Content.Shipped.Knowledge.Regimens["d-bd"].Drugs.Single(d => d.Drug == "dexamethasone").Bands);
        Assert.StartsWith("20 mg on days 1, 8, 15 [age 75 years or more, body mass index below 18.5 kg/m2 or diabetes", weekly.Text.En, StringComparison.Ordinal);
        Assert.StartsWith("20 mg（第1, 8, 15日）［年齢 75歳以上", weekly.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void Offered_orders_take_the_line_of_the_table_and_the_line_for_all_others_while_none_is_proven()
    {
        Assert.Equal("Valacyclovir 500 mg once a day by mouth while the proteasome inhibitor is given", Valacyclovir(null).Text.En);
        Assert.Equal("Valacyclovir 500 mg once a day by mouth while the proteasome inhibitor is given", Valacyclovir(30m).Text.En);
        DrugOrder reduced = Valacyclovir(29.9m);
        Assert.Equal(new Frequency(1, 2, "d"), reduced.Frequency);
        Assert.Equal("バラシクロビル500 mgを隔日（クレアチニンクリアランス30 mL/min未満または透析中）内服（プロテアソーム阻害薬投与中）", reduced.Text.Ja);
    }

    [Theory]
    [InlineData("recommendations/safety.renal-dose.yaml", "of: [below-60]", "of: [below-61]", "drug 'lenalidomide' has no band 'below-61'")]
    [InlineData("recommendations/safety.renal-dose.yaml", "of: [below-60]", "of: []", "'of' names no band")]
    [InlineData("recommendations/safety.renal-dose.yaml", "{ drug: lenalidomide, of: [below-60] }", "{ drug: thalidomide, of: [below-60] }", "drug 'thalidomide' has no dose table ('bands')")]
    [InlineData(Drugs, "- id: below-60", "- id: below-30", "band 'below-30' stands twice")]
    [InlineData(Drugs, "        code: renal-dose\n", "", "'standing' and 'code' belong together")]
    [InlineData(Drugs, "        dose: 15 mg\n", "        dose: 15 mg\n        not-given: true\n", "a band has either a 'dose' or 'not-given'")]
    [InlineData(Drugs, "        frequency: 1 per 2 d\n", "        days: [1, 3]\n        frequency: 1 per 2 d\n", "'days' need a 'dose' and stand in place of a 'frequency'")]
    [InlineData(Drugs, "        frequency: 1 per 2 d\n", "        days: [1, 3]\n", "days belong to the dose table of a regimen")]
    [InlineData("drugs/antithrombotics.yaml", "    class: antiplatelet\n", "    class: antiplatelet\n    open-dose: { en: x, ja: x }\n", "nothing is open without a dose table")]
    [InlineData("regimens/d-bd.yaml", "days: [1, 8, 15]\n        source", "days: [1, 8, 22]\n        source", "day 22 is no day of a cycle of 21 days")]
    [InlineData("recommendations/bone.antiresorptive.yaml", "by-band: true\n", "by-band: true\n        dose: 4 mg\n", "the dose stands in the dose table of the drug")]
    [InlineData("recommendations/bone.antiresorptive.yaml", "        dose: 120 mg\n", "        by-band: true\n", "drug 'denosumab' has no dose table ('bands')")]
    public void Mistakes_are_named(string file, string right, string wrong, string what) => Assert.Contains(
        Assert.Throws<KnowledgeDefectsException>(() => Changed(file, right, wrong)).Defects, d => d.Line > 0 && d.What == what);

    private static DrugOrder Valacyclovir(decimal? clearance)
    {
        PatientFacts patient = Build.Myeloma(clearance is { } c ? [Build.Quantity("creatinine-clearance", c)] : []) with { DrugRecords = [Ordered.Active("bortezomib")] };
        return Build.Assess(patient).Recommendations.Single(r => r.Id == "prophylaxis.herpes-zoster")
            .Options.Single(o => o.Id == "valacyclovir").Orders.OfType<DrugOrder>().Single();
    }

    private static Recommendation[] Judged(KnowledgeBase knowledge, decimal clearance, DraftOrder order) =>
        [.. new Assessor(knowledge).JudgeOrders(Patient(clearance) with { DraftOrders = [order] }, Build.Today).Recommendations.Where(r => r.Id == "safety.renal-dose")];

    private static Assessment Assess(KnowledgeBase knowledge, decimal clearance) => new Assessor(knowledge).Assess(Patient(clearance), Build.Today);

    private static PatientFacts Patient(decimal clearance) =>
        Build.Myeloma(Build.Quantity("creatinine-clearance", clearance), Build.Quantity("hemoglobin", 9m)) with { BirthDate = ClinicalDate.OnDay(new DateOnly(1950, 1, 1)) };

    private static KnowledgeBase Changed(string path, string from, string to) => KnowledgeBaseReader.Read([.. KnowledgeBaseReader.EmbeddedFiles().Select(f => f.Path == path ? Changed(f, from, to) : f)]);

    private static KnowledgeFile Changed(KnowledgeFile file, string from, string to)
    {
        Assert.Contains(from, file.Text, StringComparison.Ordinal);
        return file with { Text = file.Text.Replace(from, to, StringComparison.Ordinal) };
    }
}
