using Cds.Knowledge.Tests.Vignettes;
using Cds.Knowledge.Vignettes;

namespace Cds.Knowledge.Tests.Limits;

/// <summary>Looks for a vignette that fails with changed knowledge, among those that the changed entry can concern.</summary>
internal static class VignetteSearch
{
    private static readonly IReadOnlyList<Vignette> All = [.. VignetteFiles.All.Values.SelectMany(vignettes => vignettes)];

    public static bool FindsAFailure(Limit limit, KnowledgeBase knowledge) => All
        .Where(vignette => Concerns(limit, vignette))
        .OrderByDescending(vignette => Path.GetFileName(vignette.File).StartsWith(limit.Owner?.Id ?? Path.GetFileNameWithoutExtension(limit.File), StringComparison.Ordinal))
        .Any(vignette => VignetteRunner.Run(Asked(knowledge, vignette), vignette).Count > 0);

    private static bool Concerns(Limit limit, Vignette vignette) => limit.Owner switch
    {
        { Kind: "facts", Id: var fact } => vignette.Patient.Observations.Any(o => o.FactId == fact),
        { Kind: "drugs", Id: var drug } when vignette.Patient.DrugRecords.Any(d => d.DrugId == drug) => true,
        { Id: var entry } => vignette.Expectations.Any(expectation => ReadByRule.Ids(expectation.Id).Contains(entry)),
        null => true,
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
