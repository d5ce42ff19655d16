using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Loading.Checks;

/// <summary>Every known drug is spoken of by some rule or regimen, or it is said why not: <c>not-covered</c> for a treatment that nobody judges, else the table of stated reasons.</summary>
internal sealed class DrugsWithoutRules : ISenseCheck
{
    /// <inheritdoc />
    public void Check(ContentRead content)
    {
        HashSet<string> spokenOf =
        [
            .. content.Criteria().SelectMany(p => p.Criterion.Dependencies()).Where(r => r.Kind is DependencyKind.Drug or DependencyKind.DrugClass).Select(r => r.Id),
            .. content.Regimens.SelectMany(r => r.Drugs).Select(d => d.Drug),
            .. content.Recommendations.SelectMany(r => r.Options.Concat(r.Cases.SelectMany(c => c.Options))).SelectMany(Offered),
        ];
        foreach (Drug drug in content.Drugs)
        {
            bool isSpokenOf = spokenOf.Contains(drug.Id) || (drug.Class is { } drugClass && spokenOf.Contains(drugClass));
            if (!isSpokenOf && drug.Rules.Count == 0 && drug.NotCovered is null && !content.Reasons.DrugsWithoutRules.ContainsKey(drug.Id))
                content.Entries.Defect("drugs", drug.Id, $"no rule speaks of drug '{drug.Id}': 'not-covered' or stated-reasons.yaml has to say why");
        }
    }

    private static IEnumerable<string> Offered(OptionDefinition option) => [option.Id, .. option.Orders.OfType<DrugOrder>().Select(o => o.DrugId)];
}
