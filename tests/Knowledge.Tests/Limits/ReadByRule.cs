using System.Collections.Concurrent;
using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Therapy;

namespace Cds.Knowledge.Tests.Limits;

/// <summary>What a conclusion or recommendation rests on: what its criteria name, through other conclusions too, its options and their drugs.</summary>
internal static class ReadByRule
{
    private static readonly ConcurrentDictionary<string, IReadOnlySet<string>> Known = new();

    public static IReadOnlySet<string> Ids(string rule) => Known.GetOrAdd(rule, Read);

    private static HashSet<string> Read(string rule)
    {
        HashSet<string> ids = [];
        Add(rule, ids);
        return ids;
    }

    private static void Add(string id, HashSet<string> ids)
    {
        if (!ids.Add(id)) return;
        if (Shipped.Knowledge.ConclusionsById.TryGetValue(id, out ConclusionDefinition? conclusion)) Follow(conclusion.Criteria(), ids);
        if (Shipped.Knowledge.Recommendations.FirstOrDefault(r => r.Id == id) is { } recommendation)
        {
            Follow(recommendation.Criteria(), ids);
            foreach (OptionDefinition option in recommendation.Options.Concat(recommendation.Cases.SelectMany(c => c.Options)))
            {
                ids.UnionWith(option.Orders.OfType<DrugOrder>().Select(order => order.DrugId));
                Add(option.Id, ids);
            }

            foreach (string other in recommendation.Cases.Select(c => c.OptionsOf).OfType<string>()) Add(other, ids);
        }

        if (Shipped.Knowledge.Regimens.TryGetValue(id, out Regimen? regimen)) ids.UnionWith(regimen.Drugs.Select(drug => drug.Drug));
    }

    private static void Follow(IEnumerable<Criterion> criteria, HashSet<string> ids)
    {
        foreach (Dependency dependency in criteria.SelectMany(c => c.Dependencies())) Add(dependency.Id, ids);
    }
}
