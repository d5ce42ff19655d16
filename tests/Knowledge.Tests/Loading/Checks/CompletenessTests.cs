namespace Cds.Knowledge.Tests.Loading.Checks;

/// <summary>Drugs, options and situations that nobody speaks of, and texts that a reader cannot read.</summary>
public sealed class CompletenessTests
{
    private const string Zoster = "recommendations/prophylaxis.herpes-zoster.yaml", Reasons = "stated-reasons.yaml";

    [Fact]
    public void Drug_that_no_rule_speaks_of() => Broken.IsNamedIn("drugs/new.yaml", """
        drugs:
          - id: newdrug
            title: { en: newdrug, ja: 新薬 }
            class: premedication
        """, "no rule speaks of drug 'newdrug': 'not-covered' or stated-reasons.yaml has to say why", 2);

    [Fact]
    public void Drug_offered_without_an_organ_reason_and_without_a_stated_one() => Broken.IsAmong(
        Reasons, "      - ciltacabtagene-autoleucel\n", "", "option 'cilta-cel' offers 'ciltacabtagene-autoleucel', of which no organ reason is known", ("recommendations/relapse.bcma-directed.yaml", "id: cilta-cel"));

    [Fact]
    public void Drug_that_satisfies_a_rule_without_an_organ_reason() => Broken.IsNamed(
        Reasons, "      - warfarin\n", "", "'warfarin' satisfies the rule, and no organ reason of it is known", ("recommendations/prophylaxis.thrombosis.yaml", "{ on-drug: [low-molecular"));

    [Theory]
    [InlineData("smouldering-myeloma", "phases: [on-treatment, maintenance, off-treatment, relapsed]", "phases: [maintenance, off-treatment, relapsed]", "on-treatment")]
    [InlineData("smouldering-myeloma", "phases: [on-treatment, maintenance, off-treatment, relapsed]", "phases: [on-treatment, off-treatment, relapsed]", "maintenance")]
    [InlineData("smouldering-myeloma", "phases: [on-treatment, maintenance, off-treatment, relapsed]", "phases: [on-treatment, maintenance, relapsed]", "off-treatment")]
    [InlineData("smouldering-myeloma", "phases: [on-treatment, maintenance, off-treatment, relapsed]", "phases: [on-treatment, maintenance, off-treatment]", "relapsed")]
    [InlineData("poems", "diagnoses: [al-amyloidosis, poems]\n    phases: [on-treatment, maintenance", "diagnoses: [al-amyloidosis, poems]\n    phases: [on-treatment", "maintenance")]
    public void Diagnosis_in_a_phase_without_any_answer(string diagnosis, string right, string wrong, string phase) => Broken.IsAmong(
        Reasons, right, wrong,
        $"no rule treats or watches '{diagnosis}' in phase '{phase}', and stated-reasons.yaml gives no reason", ("conclusions/diagnosis.yaml", "id: diagnosis"));

    [Fact]
    public void Stated_reason_in_one_language_only() => Broken.IsSaid(
        Reasons, "it says nothing about the course after treatment., ja: ガイドラインはくすぶり型骨髄腫の治療を臨床試験に限っており、治療開始後の経過には触れていない。 }", "it says nothing about the course after treatment. }", "ja");

    [Fact]
    public void Stated_reason_for_an_unknown_drug() => Broken.IsNamed(Reasons, "drugs: [motixafortide]", "drugs: [motixafortide, motixafortid]", "unknown drug 'motixafortid'");

    [Theory]
    [InlineData("detail:\n  en: >-", "detail:\n  en: >-\n    {first} is", "nothing fills '{first}' in this text")]
    [InlineData("title: { en: Herpes zoster prophylaxis", "title: { en: \"Herpes zoster prophylaxis {drug}\"", "nothing fills '{drug}' in this text")]
    public void Placeholder_that_nothing_fills(string right, string wrong, string what) =>
        Broken.IsNamed(Zoster, right, wrong, what, right.StartsWith("detail", StringComparison.Ordinal) ? 1 : 0);

    [Fact]
    public void Placeholder_in_one_language_only() => Broken.IsNamed(
        "recommendations/poems.treatment.yaml", "{first}", "it", "the two languages have different placeholders");

    [Fact]
    public void Japanese_text_with_an_English_word() => Broken.IsNamed(
        Zoster, "ja: 帯状疱疹の予防", "ja: 帯状疱疹のprevention", "the Japanese text holds English: prevention");
}
