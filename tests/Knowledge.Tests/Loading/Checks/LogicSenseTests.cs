namespace Cds.Knowledge.Tests.Loading.Checks;

/// <summary>Conditions that nothing can meet, and conclusions asked what they never answer.</summary>
public sealed class LogicSenseTests
{
    private const string Allogeneic = "recommendations/transplant.allogeneic.yaml", AlRelapse = "recommendations/al.relapse.yaml", Lines = "{ conclusion: therapy.lines, gte: 2 }";

    [Theory]
    [InlineData("{ fact: age, gte: 75 a }, { fact: age, lt: 65 a }", "no value of 'age' can meet all of its comparisons")]
    [InlineData("{ fact: frailty, is: fit }, { fact: frailty, is: frail }", "no code of 'frailty' can meet all that is asked of it")]
    [InlineData("{ fact: del-17p, is: present }, { fact: del-17p, is: absent }", "'del-17p' cannot be present and absent")]
    [InlineData("{ not: { fact: ldh, known: true } }, { fact: ldh, above-upper-limit: true }", "'ldh' is asked about where it has to be unknown")]
    [InlineData("{ conclusion: therapy.lines, gte: 3 }, { conclusion: therapy.lines, lt: 3 }", "no value of conclusion 'therapy.lines' can meet all of its comparisons")]
    [InlineData("{ on-drug: aspirin }, { none: [ { on-drug: aspirin } ] }", "the same is asked and denied: { { on-drug, aspirin } }")]
    public void Parts_that_cannot_hold_together(string parts, string what) =>
        Broken.IsNamed(Allogeneic, "    - " + Lines, $"    - {Lines}\n    - any: [ {{ all: [ {parts} ] }}, {{ on-drug: warfarin }} ]", what, 1);

    [Theory]
    [InlineData("{ conclusion: response, is: PD }", "conclusion 'response' never applies where it is asked here: al-amyloidosis (maintenance, off-treatment, on-treatment, relapsed)")]
    [InlineData("{ not: { conclusion: staging.iss, is: III } }", "conclusion 'staging.iss' never applies where it is asked here: al-amyloidosis (maintenance, off-treatment, on-treatment, relapsed)")]
    [InlineData("{ conclusion: diagnosis, is: multiple-myeloma }", "this can never hold here: al-amyloidosis (maintenance, off-treatment, on-treatment, relapsed)")]
    public void Conclusion_that_never_applies_to_the_disease_of_the_rule(string condition, string what) => Broken.IsNamed(
        AlRelapse, "    when: { not: { exposed-to: anti-cd38 } }", $"    when: {{ any: [ {condition}, {{ exposed-to: lenalidomide }} ] }}", what);

    [Theory]
    [InlineData("{ conclusion: diagnosis.defining-events, is: anaemia }", "conclusion 'diagnosis.defining-events' answers with members, and is asked for a value")]
    [InlineData("{ conclusion: staging.iss, gte: 2 }", "conclusion 'staging.iss' answers with a value, and is asked for a number")]
    [InlineData("{ conclusion: risk.high-risk-hits, any-member: true }", "conclusion 'risk.high-risk-hits' answers with a number, and is asked for members")]
    [InlineData("{ conclusion: risk.high-risk-hits, gte: 5 }", "the comparison with 5 can never hold for conclusion 'risk.high-risk-hits'")]
    [InlineData("{ conclusion: risk.high-risk-hits, gte: 0 }", "the comparison with 0 always holds for conclusion 'risk.high-risk-hits'")]
    [InlineData("{ conclusion: therapy.refractory, contains: acyclovir }", "conclusion 'therapy.refractory' never holds 'acyclovir'")]
    public void Conclusion_asked_for_what_it_never_answers(string condition, string what) =>
        Broken.IsNamed(Allogeneic, "    - " + Lines, $"    - {Lines}\n    - any: [ {condition}, {{ on-drug: warfarin }} ]", what, 1);
}
