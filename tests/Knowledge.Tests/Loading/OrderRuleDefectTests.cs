using Cds.Knowledge.Loading;

namespace Cds.Knowledge.Tests.Loading;

/// <summary>What authors of order rules do wrong.</summary>
public sealed class OrderRuleDefectTests
{
    private const string Prophylaxis = "recommendations/safety.prophylaxis.yaml";

    [Theory]
    [InlineData(Prophylaxis, "trigger: order", "trigger: assessment", "'cases' and 'trigger: order' belong together")]
    [InlineData(Prophylaxis, "options-of: prophylaxis.herpes-zoster", "options-of: prophylaxis.zoster", "takes the options of 'prophylaxis.zoster'")]
    [InlineData(Prophylaxis, "ordering-class: proteasome-inhibitor", "ordering-class: proteasome", "unknown ordering-class 'proteasome'")]
    [InlineData(Prophylaxis, "{ drafted: [dental-referral, dental-check] }", "{ drafted: dentist }", "unknown drafted 'dentist'")]
    [InlineData("recommendations/safety.duplicate.yaml", "ordering-duplicate: drug", "ordering-duplicate: both", "has to be drug or class, not 'both'")]
    [InlineData("recommendations/safety.dose-range.yaml", "dose-outside-regimen: above", "dose-outside-regimen: over", "has to be above or below, not 'over'")]
    [InlineData("recommendations/safety.renal-dose.yaml", "dose-gt: 154 mg/m2", "dose-gt: plenty", "has to be a number and a unit")]
    [InlineData("recommendations/prophylaxis.herpes-zoster.yaml", "applies: { on-drug-of-class: proteasome-inhibitor }", "applies: { ordering-class: proteasome-inhibitor }", "only a rule with 'trigger: order' can read draft orders")]
    public void Mistakes_are_named(string file, string old, string changed, string expected) =>
        Assert.Contains(Defects(file, old, changed), d => d.What.Contains(expected, StringComparison.Ordinal));

    [Fact]
    public void A_case_that_does_not_look_at_the_order_is_named() => Assert.Contains(
        Defects("recommendations/safety.organ-contraindication.yaml", "{ proven: { ordering-allergen: true } }", "{ condition: pregnancy }"),
        d => d.What == "case 'allergy' does not look at the order");

    private static IReadOnlyList<KnowledgeDefect> Defects(string path, string old, string changed)
    {
        KnowledgeFile[] files = [.. KnowledgeBaseReader.EmbeddedFiles().Select(f => f.Path == path ? f with { Text = f.Text.Replace(old, changed, StringComparison.Ordinal) } : f)];
        try
        {
            KnowledgeBaseReader.Read(files);
            return [];
        }
        catch (KnowledgeDefectsException e)
        {
            return e.Defects;
        }
    }
}
