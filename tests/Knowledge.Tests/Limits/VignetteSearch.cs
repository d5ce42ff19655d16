using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Tests.Vignettes;
using Cds.Knowledge.Vignettes;

namespace Cds.Knowledge.Tests.Limits;

/// <summary>Looks for a vignette that fails with changed knowledge, among those that the changed entries can concern.</summary>
internal static class VignetteSearch
{
    private static readonly IReadOnlyList<Vignette> All = [.. VignetteFiles.All.Values.SelectMany(vignettes => vignettes)];

    public static bool FindsAFailure(Limit limit, KnowledgeBase knowledge)
    {
        HashSet<Owner> touched = [.. Touched.By(limit.Owner)];
        HashSet<string> ids = [.. touched.Select(entry => entry.Id)];
        return All.Where(vignette => touched.Any(entry => Concerns(entry, vignette)))
            .OrderByDescending(vignette => vignette.Expectations.Any(expectation => ids.Contains(expectation.Id)))
            .Any(vignette => VignetteRunner.Run(Asked(knowledge, vignette), vignette).Count > 0);
    }

    private static bool Concerns(Owner entry, Vignette vignette) => entry.Kind switch
    {
        "computations" => true,
        "drugs" when vignette.Patient.DrugRecords.Any(d => d.DrugId == entry.Id) || vignette.Patient.DraftOrders.Any(d => d.DrugId == entry.Id) => true,
        _ => vignette.Expectations.Any(expectation => ReadByRule.Ids(expectation.Id).Contains(entry.Id)),
    };

    /// <summary>Only what the vignette asks about is answered; what that reads is answered with it.</summary>
    private static KnowledgeBase Asked(KnowledgeBase knowledge, Vignette vignette)
    {
        HashSet<string> asked = [.. vignette.Expectations.Select(e => e.Id)];
        asked.UnionWith(knowledge.Recommendations.Where(r => asked.Contains(r.Id)).SelectMany(r => r.Cases).Select(c => c.OptionsOf).OfType<string>());
        return knowledge with
        {
            Conclusions = [.. knowledge.Conclusions.Where(c => asked.Contains(c.Id))],
            Recommendations = [.. knowledge.Recommendations.Where(r => asked.Contains(r.Id))],
        };
    }
}
