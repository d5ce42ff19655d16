using System.Collections.Frozen;
using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Tests.Vignettes;
using Cds.Knowledge.Vignettes;

namespace Cds.Knowledge.Tests.Limits;

/// <summary>Looks for a vignette that fails with changed knowledge, among those that the changed entries can concern.</summary>
internal static class VignetteSearch
{
    /// <summary>Every vignette with the rules that its answers need: those that it asks about, and those that share options or a ranking with them.</summary>
    private static readonly IReadOnlyList<(Vignette Vignette, FrozenSet<string> Rules)> All = [.. VignetteFiles.All.Values.SelectMany(vignettes => vignettes).Select(vignette => (vignette, RulesOf(vignette)))];

    private static readonly string RunningRule = Shipped.Knowledge.Recommendations.Single(r => r.Trigger == Trigger.Running).Id;

    private static readonly LikelyVignettes Likely = new();

    public static bool FindsAFailure(Mutation mutation, KnowledgeBase knowledge)
    {
        IReadOnlySet<Owner> touched = Touched.By(mutation.Limit.Owner);
        HashSet<string> ids = [.. touched.Select(entry => entry.Id)];
        foreach ((Vignette vignette, FrozenSet<string> rules) in All.Where(one => touched.Any(entry => Concerns(entry, one.Vignette, one.Rules)))
            .OrderByDescending(one => Likely.Score(mutation, one.Vignette, one.Vignette.Expectations.Any(expectation => ids.Contains(expectation.Id)))))
        {
            if (Differences(knowledge, vignette, rules).Count == 0) continue;
            Likely.Remember(mutation, vignette);
            return true;
        }

        return false;
    }

    /// <summary>What fails of the vignettes that ask only about rules of some sort.</summary>
    public static IEnumerable<string> FailuresOf(KnowledgeBase knowledge, Func<string, bool> isOfSort) =>
        All.Where(one => one.Vignette.Expectations.All(expectation => isOfSort(expectation.Id)))
            .SelectMany(one => Differences(knowledge, one.Vignette, one.Rules).Select(difference => $"{string.Join(", ", one.Vignette.Expectations.Select(e => e.Id))}: {one.Vignette.Name}: {difference}"));

    /// <summary>What fails although nothing was changed, because only the rules of the vignette are there; has to be empty.</summary>
    public static IEnumerable<string> FailuresUnchanged() => All.SelectMany(one => Differences(Shipped.Knowledge, one.Vignette, one.Rules));

    private static bool Concerns(Owner entry, Vignette vignette, FrozenSet<string> rules) => entry.Kind switch
    {
        "computations" => true,
        "drugs" or "recommendations" when vignette.Expectations.Any(e => e.Id == RunningRule) && vignette.Patient.DrugRecords.Count > 0 => true,
        "drugs" when vignette.Patient.DrugRecords.Any(d => d.DrugId == entry.Id) || vignette.Patient.DraftOrders.Any(d => d.DrugId == entry.Id) => true,
        _ => rules.Any(rule => ReadByRule.Ids(rule).Contains(entry.Id)),
    };

    /// <summary>Only the rules of the vignette are answered, those that judge the drugs that run and the diagnosis; what they read is answered with them.</summary>
    private static IReadOnlyList<string> Differences(KnowledgeBase knowledge, Vignette vignette, FrozenSet<string> rules) => VignetteRunner.Run(
        knowledge with
        {
            Conclusions = [.. knowledge.Conclusions.Where(c => c is Diagnosis || rules.Contains(c.Id))],
            Recommendations = [.. knowledge.Recommendations.Where(r => rules.Contains(r.Id) || JudgesRunningDrugs(r))],
        },
        vignette);

    private static bool JudgesRunningDrugs(RecommendationDefinition recommendation) => recommendation.Trigger == Trigger.Running || recommendation.Cases.Any(c => c.Running is not null);

    private static FrozenSet<string> RulesOf(Vignette vignette)
    {
        HashSet<string> rules = [.. vignette.Expectations.Select(e => e.Id)];
        RecommendationDefinition[] asked = [.. Shipped.Knowledge.Recommendations.Where(r => rules.Contains(r.Id))];
        rules.UnionWith(asked.SelectMany(r => r.Cases).Select(c => c.OptionsOf).OfType<string>());
        rules.UnionWith(Shipped.Knowledge.Recommendations.Where(r => r.Ranking is not null && asked.Any(a => a.Ranking == r.Ranking)).Select(r => r.Id));
        return rules.ToFrozenSet();
    }
}
