using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;

namespace Cds.Knowledge.Tests.Content;

/// <summary>
/// Every drug that can be suggested or ordered says something about every kind of organ fact, or the table beside this file says why not. A new drug without
/// organ reasons fails.
/// </summary>
public sealed class OrganReasonTests
{
    private static readonly Dictionary<string, string[]> Facts = new()
    {
        ["renal"] = ["creatinine-clearance", "creatinine", "creatinine-rise-30-days", "organ.severe-renal-impairment", "renal-failure", "acute-renal-failure"],
        ["dialysis"] = ["organ.dialysis", "organ.severe-renal-impairment", "dialysis"],
        ["heart"] = ["organ.heart-impairment", "lvef", "heart-failure", "heart-disease"],
        ["neuropathy"] = ["neuropathy-grade", "peripheral-neuropathy"],
        ["lung"] = ["interstitial-lung-disease"],
        ["counts"] = ["neutrophils", "platelets", "leukocytes"],
        ["liver"] = ["bilirubin", "ast", "alt", "organ.liver-impairment", "liver-disease"],
        ["pregnancy"] = ["pregnancy"],
        ["thrombosis"] = ["venous-thromboembolism", "venous-thromboembolism-history"],
        ["bleeding"] = ["bleeding", "peptic-ulcer"],
    };

    private static readonly (string Drug, string[] Facts, string Why)[] Without = [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Content", "organ-facts-without-rule.csv"))
        .Skip(1).Select(line => line.Split(',')).Select(cells => (cells[0], cells[1].Split(' '), cells[2]))];

    [Fact]
    public void Every_drug_has_a_rule_for_every_organ_fact_or_a_stated_reason_why_not()
    {
        string[] open = [.. from drug in Suggested()
                            from kind in Facts.Keys
                            where !HasRule(drug, kind) && !IsStated(drug.Id, kind)
                            select $"{drug.Id}: {kind}"];
        Assert.Empty(open);
    }

    [Fact]
    public void The_table_says_nothing_of_what_has_a_rule()
    {
        Dictionary<string, Drug> suggested = Suggested().ToDictionary(drug => drug.Id);
        string[] stale = [.. from row in Without
                             from kind in row.Facts
                             where !Facts.ContainsKey(kind) || !suggested.TryGetValue(row.Drug, out Drug? drug) || HasRule(drug, kind)
                             select $"{row.Drug}: {kind}"];
        Assert.Empty(stale);
    }

    [Fact]
    public void Every_reason_is_that_the_label_has_none_or_that_nothing_was_found() =>
        Assert.All(Without, row => Assert.True(row.Why.StartsWith("none: ", StringComparison.Ordinal) || row.Why.StartsWith("not found: ", StringComparison.Ordinal), row.Drug));

    [Fact]
    public void Every_rule_of_a_drug_cites_where_it_comes_from() =>
        Assert.All(Suggested(), drug => Assert.All(drug.Rules, rule => Assert.NotEmpty(rule.Citations)));

    [Fact]
    public void A_drug_with_a_rule_of_pregnancy_is_judged_by_the_order_rule_of_pregnancy()
    {
        HashSet<string> judged = [.. Shipped.Knowledge.Recommendations.Single(rule => rule.Id == "safety.pregnancy").Cases.SelectMany(item => item.When.Dependencies())
            .SelectMany(reference => reference.Kind == DependencyKind.DrugClass
                ? Shipped.Knowledge.Drugs.Values.Where(drug => drug.Class == reference.Id).Select(drug => drug.Id)
                : [reference.Id])];
        Assert.All(Shipped.Knowledge.Drugs.Values.Where(drug => drug.Rules.Any(rule => rule.Code == "pregnancy")), drug => Assert.Contains(drug.Id, judged));
    }

    private static bool IsStated(string drug, string kind) => Without.Any(row => row.Drug == drug && row.Facts.Contains(kind));

    private static bool HasRule(Drug drug, string kind) => drug.Rules.Select(rule => rule.When)
        .Concat(drug.ToConfirm.Select(rule => rule.When))
        .Concat(drug.Bands.Select(rule => rule.When))
        .SelectMany(when => when.Dependencies())
        .Any(reference => Facts[kind].Contains(reference.Id));

    private static IEnumerable<Drug> Suggested()
    {
        KnowledgeBase knowledge = Shipped.Knowledge;
        OptionDefinition[] options = [.. knowledge.Recommendations.SelectMany(r => r.Options.Concat(r.Cases.SelectMany(item => item.Options)))];
        return knowledge.Regimens.Values.SelectMany(regimen => regimen.Drugs).Select(drug => drug.Drug)
            .Concat(options.Select(option => option.Id).Where(knowledge.Drugs.ContainsKey))
            .Concat(options.SelectMany(option => option.Orders).OfType<DrugOrder>().Select(order => order.DrugId))
            .Distinct().Order(StringComparer.Ordinal).Select(id => knowledge.Drugs[id]);
    }
}
