using Cds.Knowledge.Loading;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Tests.Content;

namespace Cds.Knowledge.Tests.Limits;

/// <summary>The entries of the knowledge that say something else when the entry of a limit changes.</summary>
internal static class Touched
{
    private static readonly IReadOnlyList<(string Folder, string Id, string Text)> Texts =
    [
        .. KnowledgeBaseReader.EmbeddedFiles().Where(file => KnowledgeFile.InLayout(file.Path).Split('/')[0] is "conclusions" or "recommendations")
            .Select(file => (KnowledgeFile.InLayout(file.Path).Split('/')[0], Path.GetFileNameWithoutExtension(file.Path), file.Text)),
    ];

    public static IReadOnlySet<Owner> By(Owner owner) => new HashSet<Owner>(owner.Kind switch
    {
        "conclusions" or "recommendations" or "regimens" => [owner],
        "drugs" => [owner, .. Shipped.Knowledge.Recommendations.Where(r => ReadsBandsOf(r, owner.Id)).Select(r => new Owner("recommendations", r.Id))],
        "computations" => [owner, .. Texts.Where(file => file.Text.Contains($": {owner.Id} }}", StringComparison.Ordinal)).Select(file => new Owner(file.Folder, file.Id)),
            .. Shipped.Knowledge.NamedBy.Where(rule => rule.Value.Contains(owner.Id)).SelectMany(rule => By(Named(rule.Key)))],
        "rules" => Shipped.Knowledge.NamedBy.Where(rule => rule.Value.Contains(owner.Id)).SelectMany(rule => By(Named(rule.Key))),
        _ => throw new InvalidOperationException($"Say what an entry of '{owner.Kind}' changes."),
    });

    private static Owner Named(string id) => new(
        Shipped.Knowledge.ConclusionsById.ContainsKey(id) ? "conclusions" : Shipped.Knowledge.Drugs.ContainsKey(id) ? "drugs" : Shipped.Knowledge.Regimens.ContainsKey(id) ? "regimens" : "recommendations", id);

    private static bool ReadsBandsOf(RecommendationDefinition recommendation, string drug) =>
        recommendation.Cases.Any(c => c.Bands?.DrugId == drug)
        || recommendation.Options.Concat(recommendation.Cases.SelectMany(c => c.Options)).SelectMany(o => o.Orders).Any(o => o is DrugOrder { IsByBand: true } order && order.DrugId == drug);
}
