using Cds.Knowledge.Criteria;
using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Loading.Checks;

/// <summary>
/// Whatever a rule offers, or takes as done, can be told from what this patient must not have: its drugs have rules of their own, the option has, or
/// the table of stated reasons says why not.
/// </summary>
internal sealed class OrganReasons : ISenseCheck
{
    /// <inheritdoc />
    public void Check(ContentRead content)
    {
        Dictionary<string, Drug> drugs = content.Drugs.DistinctBy(d => d.Id).ToDictionary(d => d.Id);
        ILookup<string, Regimen> regimens = content.Regimens.ToLookup(r => r.Id);
        bool IsSilent(string id) => drugs.TryGetValue(id, out Drug? drug) && drug.Rules.Count == 0 && drug.NotCovered is null && !content.Reasons.DrugsWithoutOrganReasons.ContainsKey(id);

        foreach (RecommendationDefinition recommendation in content.Recommendations)
        {
            foreach (OptionDefinition option in recommendation.Options.Where(o => o.Rules.Count == 0))
            {
                string[] offered = [option.Id, .. option.Orders.OfType<DrugOrder>().Select(o => o.DrugId), .. regimens[option.Id].SelectMany(r => r.Drugs).Select(d => d.Drug)];
                foreach (string drug in offered.Where(IsSilent).Distinct())
                    content.Defect(option, "recommendations", recommendation.Id, $"option '{option.Id}' offers '{drug}', of which no organ reason is known");
            }

            HashSet<string> judged = [.. recommendation.Options.Where(o => o.Rules.Count > 0).Select(o => o.Id)];
            foreach (PlacedCriterion placed in recommendation.Satisfied is { } satisfied ? PlacedCriterion.Within(content, "recommendations", recommendation.Id, satisfied) : [])
            {
                foreach (string drug in Given(placed.Criterion).Where(d => IsSilent(d) && !judged.Contains(d)))
                    placed.Defect(content, $"'{drug}' satisfies the rule, and no organ reason of it is known");
            }
        }
    }

    private static IReadOnlyList<string> Given(Criterion criterion) => criterion switch
    {
        OnDrug on => on.Drugs,
        GivenDrug given => given.Drugs,
        _ => [],
    };
}
